import { ok, type Person } from '@motcua/domain';
import { LAN } from '@motcua/domain/builders';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { signIn, signInByLink, signOut, whoAmI } from './sign-in.ts';

const lan: Person = {
  id: LAN,
  name: 'Lan',
  login: 'lan',
  role: 'clerk',
  active: true,
  skills: null,
};

let server: Server;
let url: string;
let answer: readonly [status: number, body: string];
let asked: readonly [what: string, body: string][];

beforeEach(async () => {
  asked = [];
  server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
    request.on('end', () => {
      asked = [...asked, [`${request.method} ${request.url}`, body]];
      response.writeHead(answer[0], { 'content-type': 'application/json' }).end(answer[1]);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(() => stop());

async function stop(): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}

const credentials = { login: 'lan', password: 'mật khẩu' };

describe('signing in', () => {
  it('gives the person', async () => {
    answer = [200, JSON.stringify({ person: lan })];
    expect(await signIn(url, credentials)).toEqual(ok(lan));
    expect(asked).toEqual([['POST /api/sign-in', JSON.stringify(credentials)]]);
  });

  it('works with a one-time link', async () => {
    answer = [200, JSON.stringify({ person: lan })];
    expect(await signInByLink(url, 'once')).toEqual(ok(lan));
    expect(asked).toEqual([['POST /api/sign-in/link', '{"token":"once"}']]);
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
    expect(await signIn(url, credentials)).toMatchObject({ ok: false, refusal: { code } });
  });

  it('refuses with hub-unavailable when there is no hub', async () => {
    await stop();
    expect(await signIn(url, credentials)).toMatchObject({
      ok: false,
      refusal: { code: 'hub-unavailable' },
    });
  });
});

describe('whoAmI', () => {
  it.each([{ person: lan }, lan])('reads %j', async (body) => {
    answer = [200, JSON.stringify(body)];
    expect(await whoAmI(url)).toEqual(ok(lan));
    expect(asked).toEqual([['GET /api/me', '']]);
  });
});

describe('signOut', () => {
  it('ends the session', async () => {
    answer = [200, '{}'];
    expect(await signOut(url)).toEqual(ok(null));
    expect(asked).toEqual([['POST /api/sign-out', '']]);
  });

  it('refuses when the hub could not be told', async () => {
    answer = [500, ''];
    expect(await signOut(url)).toMatchObject({ ok: false, refusal: { code: 'hub-unavailable' } });
  });
});
