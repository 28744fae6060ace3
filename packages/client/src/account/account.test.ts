import type { Person } from '@motcua/domain';
import { LAN } from '@motcua/domain/builders';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Account, createAccount, linkTokenIn } from './account.ts';

const lan: Person = {
  id: LAN,
  name: 'Lan',
  login: 'lan',
  role: 'clerk',
  active: true,
  skills: null,
};

let server: Server;
let account: Account;
let answer: readonly [status: number, body: string];
let asked: readonly [what: string, body: string][];
let reconnects: number;

beforeEach(async () => {
  asked = [];
  reconnects = 0;
  server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
    request.on('end', () => {
      asked = [...asked, [`${request.method} ${request.url}`, body]];
      response.writeHead(answer[0], { 'content-type': 'application/json' }).end(answer[1]);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  account = createAccount(`http://127.0.0.1:${port}`, () => reconnects++);
});

afterEach(() => stop());

async function stop(): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}

const credentials = { login: 'lan', password: 'mật khẩu' };

describe('an account', () => {
  it('signs in by password, link or PIN, and shows the new session to the hub', async () => {
    answer = [200, JSON.stringify({ person: lan })];
    expect(await account.signIn(credentials)).toBeNull();
    expect(await account.signInByLink('once')).toBeNull();
    expect(await account.signInByPin(LAN, '4711')).toBeNull();
    expect(asked).toEqual([
      ['POST /api/sign-in', JSON.stringify(credentials)],
      ['POST /api/sign-in/link', '{"token":"once"}'],
      ['POST /api/sign-in/pin', JSON.stringify({ personId: LAN, pin: '4711' })],
    ]);
    expect(reconnects).toBe(3);
  });

  it.each([
    [401, '{"code":"sign-in-failed"}', 'sign-in-failed'],
    [429, '{"code":"too-many-requests"}', 'too-many-requests'],
    [429, '{"error":"slow down"}', 'too-many-requests'],
    [401, '{}', 'sign-in-first'],
    [500, '{"code":"no-such-code"}', 'hub-unavailable'],
    [200, '<html>', 'hub-unavailable'],
    [200, '{"person":{"id":"x","name":"y","login":"z","role":"king"}}', 'hub-unavailable'],
    [200, 'null', 'hub-unavailable'],
  ])('refuses when the hub answers %d %s', async (status, body, code) => {
    answer = [status, body];
    expect(await account.signIn(credentials)).toMatchObject({ code });
    expect(reconnects).toBe(0);
  });

  it('refuses with hub-unavailable when there is no hub', async () => {
    await stop();
    expect(await account.signIn(credentials)).toMatchObject({ code: 'hub-unavailable' });
    expect(await account.pinPeople()).toEqual([]);
  });

  it('reads its state', async () => {
    const own = { person: lan, mayChoose: false, pin: 'none' };
    answer = [200, JSON.stringify(own)];
    expect(await account.own()).toEqual({ ok: true, value: own });
    expect(asked).toEqual([['GET /api/me', '']]);
  });

  it('ends its session, or reports that the hub could not be reached', async () => {
    answer = [200, '{}'];
    expect(await account.signOut()).toBeNull();
    expect(asked).toEqual([['POST /api/sign-out', '']]);
    answer = [500, ''];
    expect(await account.signOut()).toMatchObject({ code: 'hub-unavailable' });
    expect(reconnects).toBe(1);
  });
});

describe('linkTokenIn', () => {
  it.each([
    ['#link=abc-DEF_1', 'abc-DEF_1'],
    ['#devices', null],
    ['#link=', null],
    ['', null],
  ])('reads %j as %j', (hash, token) => {
    expect(linkTokenIn(hash)).toBe(token);
  });
});
