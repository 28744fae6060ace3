import type { ApiScope, CommandId, ServiceId } from '@motcua/domain';
import {
  aQueue,
  CIVIL,
  COUNTER_2,
  COUNTER_3,
  HOA,
  LAN,
  minutesAfterT0,
  T0,
} from '@motcua/domain/builders';
import type { LiveRoom } from '@motcua/protocol/http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { clerk, type CommandInput, SETTINGS } from '../../../test/room.ts';
import { createKey } from '../../identity/api-keys.ts';
import { type Identity, THE_HUB_ITSELF } from '../../engine/hub-command.ts';
import { aHttpHub, type HttpHub } from '../builders.ts';

const serviceId = 'marriage' as ServiceId;
const HOUR = 60;

describe('the API for other programs', () => {
  let site: HttpHub;

  beforeEach(async () => {
    site = await aHttpHub();
    for (const setting of SETTINGS) await give({ type: 'put-setting', setting });
  });
  afterEach(() => site.close());

  async function give(wish: CommandInput, by: Identity = THE_HUB_ITSELF) {
    const given = await site.hub.execute(
      { ...wish, commandId: crypto.randomUUID() as CommandId },
      by,
    );
    if (!given.ok) throw new Error(given.refusal.code);
  }
  async function keyFor(...scopes: readonly ApiScope[]) {
    const made = await createKey(site.hub, { name: 'Trang tin xã', scopes }, THE_HUB_ITSELF);
    if (!made.ok) throw new Error(made.refusal.code);
    return made.value;
  }
  const ask = (
    token: string,
    method: 'GET' | 'POST' | 'DELETE',
    path: string,
    payload?: object,
    more: Record<string, string> = {},
  ) =>
    site.app.inject({
      method,
      url: `/api/v1/${path}`,
      headers: { authorization: `Bearer ${token}`, ...more },
      ...(payload !== undefined && { payload }),
    });

  it('gives the figures of any period, and none of single clerks', async () => {
    const { token } = await keyFor('figures');
    for (const period of ['2026-11-23', '2026-11', '2026-11-01..2026-11-23']) {
      const answer = await ask(token, 'GET', `figures?period=${period}`);
      expect(answer.statusCode).toBe(200);
      const report = answer.json<{ kind: string; tables: { id: string }[] }>();
      expect(report.kind).toBe('period');
      expect(report.tables.map(({ id }) => id)).not.toContain('clerks');
    }
    const later = await ask(token, 'GET', 'figures?period=2027');
    expect(later.json()).toMatchObject({ code: 'day-not-yet' });
    const none = await ask(token, 'GET', 'figures?period=hello', undefined, {
      'accept-language': 'en-GB,en',
    });
    expect(none.json()).toMatchObject({
      code: 'period-unreadable',
      message: expect.stringContaining('hello') as string,
    });
  });

  it('issues a ticket once for each idempotency key, under the name of the program', async () => {
    const { key, token } = await keyFor('issue', 'live');
    const order = () =>
      ask(token, 'POST', 'tickets', { serviceIds: [serviceId] }, { 'idempotency-key': 'order-1' });
    const first = await order();
    expect(first.statusCode).toBe(200);
    expect(first.json()).toMatchObject({ number: 'H001', peopleAhead: 0, issuedAt: T0 });
    expect((await order()).json()).toEqual(first.json());
    const written = [...site.hub.store.journal.each()].filter(
      ({ type }) => type === 'ticket-issued',
    );
    expect(written.map(({ by }) => by.deviceId)).toEqual([key.id]);

    const live = (await ask(token, 'GET', 'live')).json<LiveRoom>();
    expect(live.queues.find(({ id }) => id === CIVIL)).toMatchObject({
      waiting: [{ number: 'H001', since: T0 }],
      given: 1,
    });
  });

  it('needs an idempotency key, known services, and numbers that are left', async () => {
    const { token } = await keyFor('issue');
    const order = async (serviceIds: readonly string[], headers = {}) =>
      (await ask(token, 'POST', 'tickets', { serviceIds }, headers)).json<{ code: string }>();
    const key = (n: number) => ({ 'idempotency-key': `k${n}` });
    expect(await order([serviceId])).toMatchObject({ code: 'malformed' });
    expect(await order([], key(1))).toMatchObject({ code: 'malformed' });
    expect(await order(['nothing'], key(2))).toMatchObject({ code: 'service-not-found' });
    const quota = aQueue({ dailyQuota: 0 });
    await give({ type: 'put-setting', setting: { kind: 'queue', value: quota } });
    expect(await order([serviceId], key(3))).toMatchObject({ code: 'quota-reached' });
  });

  it('shows counters without their clerks, and nothing of practice', async () => {
    const { token } = await keyFor('live');
    for (const [id, name] of [
      [LAN, 'Bùi Thị Lan'],
      [HOA, 'Quách Văn Hoà'],
    ] as const) {
      const person = { id, name, login: id, role: 'clerk', active: true, skills: null } as const;
      await give({ type: 'put-person', person });
    }
    await give({ type: 'open-counter', counterId: COUNTER_2, training: false }, clerk(LAN));
    await give({ type: 'open-counter', counterId: COUNTER_3, training: true }, clerk(HOA));
    await give({ type: 'pause-counter', counterId: COUNTER_2, reason: 'lunch' }, clerk(LAN));
    const answer = await ask(token, 'GET', 'live');
    expect(answer.json<LiveRoom>().counters).toMatchObject([
      { number: 2, state: 'paused', pause: 'lunch', called: [], serving: [] },
      { number: 3, state: 'closed', pause: null },
    ]);
    expect(answer.body).not.toContain('Lan');
    expect(answer.body).not.toContain('lan');
  });

  it('books a slot, lists and cancels it', async () => {
    const { token } = await keyFor('bookings');
    const slots = await ask(token, 'GET', `bookings/slots?serviceId=${serviceId}&day=2026-11-23`);
    const startsAt = minutesAfterT0(HOUR);
    expect(slots.json<{ slots: object[] }>().slots).toContainEqual(
      expect.objectContaining({ startsAt }),
    );
    const book = () =>
      ask(token, 'POST', 'bookings', { serviceId, startsAt }, { 'idempotency-key': 'b1' });
    const made = (await book()).json<{ id: string; code: string }>();
    expect((await book()).json()).toEqual(made);
    const all = await ask(token, 'GET', 'bookings?day=2026-11-23');
    expect(all.json()).toEqual({ bookings: [made] });
    for (const _ of [1, 2])
      expect((await ask(token, 'DELETE', `bookings/${made.id}`)).json()).toMatchObject({
        state: 'cancelled',
      });
    expect((await ask(token, 'DELETE', 'bookings/none')).statusCode).toBe(404);
  });

  it('exports every table without people, and no text as a formula', async () => {
    const { token } = await keyFor('tables', 'issue', 'bookings');
    const startsAt = minutesAfterT0(HOUR);
    await ask(token, 'POST', 'tickets', { serviceIds: [serviceId] }, { 'idempotency-key': 't' });
    const booking = await ask(
      token,
      'POST',
      'bookings',
      { serviceId, startsAt },
      { 'idempotency-key': 'b' },
    );
    const value = aQueue({
      id: 'x' as never,
      name: { vi: '=1+1' },
      series: { prefix: 'X', from: 1, to: 9 },
    });
    await give({ type: 'put-setting', setting: { kind: 'queue', value } });
    const read = async (table: string) => (await ask(token, 'GET', `tables/${table}.csv`)).body;
    expect(await read('queues')).toContain(",'=1+1,");
    expect(await read('counters')).toContain('counter-2,2,');
    expect(await read('services')).toContain('Đăng ký kết hôn');
    expect(await read('holidays')).toContain('Ngày');
    const bookings = await read('bookings');
    expect(bookings).toContain('2026-11-23,09:00');
    expect(bookings).not.toContain(booking.json<{ code: string }>().code);
    const [head, row] = (await read('visits')).split('\r\n');
    expect(head).toContain('day,number,queue,service,counter,arrived_at');
    expect(row).toContain('2026-11-23,H001,');
    const unknown = await ask(token, 'GET', 'tables/people.csv');
    expect([unknown.statusCode, unknown.json()]).toMatchObject([404, { code: 'table-not-found' }]);
  });

  it('refuses, with a sentence, a key with too little scope', async () => {
    const { key, token } = await keyFor('live');
    const answer = await ask(token, 'GET', 'figures?period=2026', undefined, {
      'accept-language': 'en',
    });
    expect(answer.statusCode).toBe(403);
    expect(answer.json()).toEqual({
      code: 'scope-missing',
      detail: { scope: 'figures' },
      message: 'This key does not have the scope “figures”.',
    });
    const { headers } = await site.signedIn('administrator');
    const listed = await site.app.inject({ method: 'GET', url: '/api/keys', headers });
    expect(listed.json()).toMatchObject({
      keys: [{ key: { id: key.id }, lastUsedAt: T0, today: { requests: 1, refused: 1 } }],
    });
  });

  it('refuses no key, a wrong one, one that was revoked, and that of a device', async () => {
    const { key, token } = await keyFor('live');
    const { headers } = await site.signedIn('administrator');
    const codeOf = async (bearer: string) =>
      (await ask(bearer, 'GET', 'live')).json<{ code: string }>().code;
    expect(await codeOf(token)).toBeUndefined();
    await site.app.inject({ method: 'POST', url: `/api/keys/${key.id}/revoke`, headers });
    const payload = { role: 'kiosk', name: 'Kiosk 1' };
    const device = await site.app.inject({ method: 'POST', url: '/api/devices', headers, payload });
    for (const bearer of [token, 'none', device.json<{ token: string }>().token])
      expect(await codeOf(bearer)).toBe('api-key-unknown');
    const open = await site.app.inject({ method: 'GET', url: '/api/v1/live', headers });
    expect(open.statusCode).toBe(401);
  });

  it('limits each key by itself', async () => {
    const [busy, other] = [await keyFor('live'), await keyFor('live')];
    const statuses = new Set<number>();
    for (let n = 0; n < 60; n += 1) statuses.add((await ask(busy.token, 'GET', 'live')).statusCode);
    expect([...statuses]).toEqual([200, 429]);
    expect((await ask(other.token, 'GET', 'live')).statusCode).toBe(200);
  });

  it('stands in the journal: each day how often a key was used', async () => {
    const { key, token } = await keyFor('live');
    for (let n = 0; n < 3; n += 1) await ask(token, 'GET', 'live');
    site.services.keyUses.tick();
    site.clock.now = minutesAfterT0(24 * HOUR);
    await give({ type: 'expire-announcements' });
    site.services.keyUses.tick();
    await give({ type: 'expire-announcements' });
    site.services.keyUses.tick();
    const uses = [...site.hub.store.journal.each()].filter(({ type }) => type === 'door-noted');
    expect(uses).toMatchObject([
      { event: 'key-used', subject: '2026-11-23', count: 3, by: { deviceId: key.id } },
    ]);
  });

  it('is described by OpenAPI, with the scope of each route', async () => {
    const answer = await site.app.inject({ method: 'GET', url: '/api/v1/openapi.json' });
    const { paths } = answer.json<{ paths: Record<string, Record<string, unknown>> }>();
    expect(Object.keys(paths).every((path) => path.startsWith('/api/v1/'))).toBe(true);
    expect(paths['/api/v1/tickets']?.['post']).toMatchObject({
      security: [{ apiKey: ['issue'] }],
      parameters: [{ in: 'header', name: 'idempotency-key', required: true }],
    });
  });
});
