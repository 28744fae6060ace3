import { createHmac } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { plainTicket } from '@motcua/protocol';
import type { CommandId, Instant, ServiceId } from '@motcua/domain';
import { COUNTER_2, LAN } from '@motcua/domain/builders';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { clerk, SETTINGS } from '../../test/room.ts';
import { THE_HUB_ITSELF } from '../engine/hub-command.ts';
import { aHttpHub, type HttpHub } from '../transport/builders.ts';
import { createAlarmEvents } from './alarm-events.ts';
import { isLocalAddress } from './check-address.ts';

interface Got {
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

interface Sent {
  readonly data: { readonly number: string };
}

let site: HttpHub;
let got: Got[];
let status: number;
let url: string;
let headers: { cookie: string };

const receiver = createServer((request, response) => {
  let body = '';
  request.on('data', (chunk: Buffer) => (body += chunk.toString()));
  request.on('end', () => {
    got.push({ headers: request.headers, body });
    response.writeHead(status, { location: '/elsewhere' }).end('thanks');
  });
});

beforeEach(async () => {
  [got, status] = [[], 204];
  await new Promise<void>((done) => receiver.listen(0, '127.0.0.1', done));
  url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
  site = await aHttpHub();
  for (const setting of SETTINGS) await give({ type: 'put-setting', setting });
  ({ headers } = await site.signedIn('administrator'));
});
afterEach(async () => {
  await site.close();
  await new Promise((done) => receiver.close(done));
});

const give = (wish: object, identity = THE_HUB_ITSELF) =>
  site.hub.execute({ ...wish, commandId: crypto.randomUUID() as CommandId } as never, identity);
const add = (wanted: object) =>
  site.app.inject({ method: 'POST', url: '/api/webhooks', headers, payload: wanted });
const issue = () => give(plainTicket('marriage' as ServiceId));
async function run(): Promise<void> {
  site.services.webhooks.tick();
  await site.services.webhooks.idle();
}
const list = async () =>
  (await site.app.inject({ method: 'GET', url: '/api/webhooks', headers })).json<{
    deliveries: {
      id: string;
      webhookId: string;
      state: string;
      attempts: number;
      answer: string;
    }[];
  }>();

it('signs each event so that a receiver can check it, and sends it once', async () => {
  const events = ['ticket.issued'];
  const { secret } = (await add({ url, events, allowLocal: true })).json<{ secret: string }>();
  await issue();
  await run();
  await run();
  expect(got).toHaveLength(1);
  const [{ headers: sent, body } = { headers: {}, body: '' }] = got;
  expect(JSON.parse(body)).toMatchObject({ type: 'ticket.issued', data: { number: 'H001' } });
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
  const signed = `${String(sent['webhook-id'])}.${String(sent['webhook-timestamp'])}.${body}`;
  const expected = createHmac('sha256', key).update(signed).digest('base64');
  expect(sent['webhook-signature']).toBe(`v1,${expected}`);
  expect((await list()).deliveries).toMatchObject([{ state: 'delivered', answer: '204' }]);
});

it('tries again later with the same id, follows no redirect, and sends again on demand', async () => {
  await add({ url, events: ['ticket.issued'], allowLocal: true });
  await issue();
  status = 302;
  await run();
  const [waiting] = (await list()).deliveries;
  expect(waiting).toMatchObject({ state: 'waiting', answer: '302' });
  status = 200;
  site.clock.now = (site.clock.now + 10_000) as Instant;
  await run();
  expect(new Set(got.map((each) => each.headers['webhook-id']))).toHaveProperty('size', 1);
  expect(got).toHaveLength(2);
  const again = `/api/webhooks/${waiting?.webhookId}/deliveries/${waiting?.id}/again`;
  await site.app.inject({ method: 'POST', url: again, headers });
  await run();
  expect(got).toHaveLength(3);
});

it('sends after a restart what waited, and what happened before the stop', async () => {
  await site.close();
  const folder = mkdtempSync(join(tmpdir(), 'motcua-webhooks-'));
  site = await aHttpHub({}, folder);
  for (const setting of SETTINGS) await give({ type: 'put-setting', setting });
  ({ headers } = await site.signedIn('administrator'));
  await add({ url, events: ['ticket.issued'], allowLocal: true });
  await issue();
  status = 503;
  await run();
  await issue();
  await site.close();

  status = 204;
  site = await aHttpHub({}, folder);
  ({ headers } = await site.signedIn('administrator', 'another'));
  site.clock.now = (site.clock.now + 10_000) as Instant;
  await run();
  await run();
  const numbers = got.map(({ body }) => (JSON.parse(body) as Sent).data.number);
  expect(numbers.toSorted()).toEqual(['H001', 'H001', 'H002']);
  expect(new Set(got.map((each) => each.headers['webhook-id']))).toHaveProperty('size', 2);
  const states = (await list()).deliveries.map(({ state, attempts }) => `${state} ${attempts}`);
  expect(states.toSorted()).toEqual(['delivered 1', 'delivered 2']);
  await site.close();
  rmSync(folder, { recursive: true });
  site = await aHttpHub();
});

it('refuses addresses inside the own network unless allowed, and those that are none', async () => {
  const events = ['day.closed'];
  const code = async (address: string) =>
    (await add({ url: address, events, allowLocal: false })).json<{ code: string }>().code;
  for (const local of [url, 'http://localhost/', 'http://[::1]/', 'http://[::ffff:10.0.0.1]/'])
    expect(await code(local)).toBe('webhook-address-local');
  for (const none of ['ftp://8.8.8.8/', 'http://me:pw@8.8.8.8/', 'hello'])
    expect(await code(none)).toBe('webhook-address-unusable');
  for (const address of ['169.254.1.1', '192.168.1.5', 'fe80::1', 'fd00::1', '0.0.0.0'])
    expect(isLocalAddress(address)).toBe(true);
  expect(isLocalAddress('8.8.8.8')).toBe(false);
});

it('tells of an alarm when it is raised and when it is over, once each', async () => {
  await add({ url, events: ['alarm.raised', 'alarm.cleared'], allowLocal: true });
  const sendAlarms = createAlarmEvents(site.hub, site.services.webhooks);
  const check = async (after: number) => {
    site.clock.now = (site.clock.now + after) as Instant;
    sendAlarms();
    await run();
    return got.splice(0).map(({ body }) => {
      const { type, data } = JSON.parse(body) as { type: string; data: { kind: string } };
      return `${type} ${data.kind}`;
    });
  };
  await check(10_000);
  await issue();
  expect(await check(20 * 60_000)).toContain('alarm.raised no-counter');
  expect(await check(10_000)).toEqual([]);
  // After a restart the same alarm has the same id.
  const again = createAlarmEvents(site.hub, site.services.webhooks);
  again();
  await run();
  expect(got.map(({ body }) => body).join()).not.toContain('no-counter');
  got = [];
  const opened = await give({ type: 'open-counter', counterId: COUNTER_2 }, clerk(LAN));
  expect(opened.ok ? null : opened.refusal).toBeNull();
  expect(await check(10_000)).toContain('alarm.cleared no-counter');
});
