import {
  type Change,
  type Changes,
  plainTicket,
  PROTOCOL_VERSION,
  type Role,
  type Welcome,
} from '@motcua/protocol';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket as Line } from 'node:net';
import { io, type Socket } from 'socket.io-client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type CommandId,
  type CounterId,
  type DeviceId,
  type ServiceId,
  type DeviceRole,
  type Instant,
  type PersonId,
  type Result,
  type Setting,
  UNKNOWN_CONDITION,
} from '@motcua/domain';
import { createHub, type Hub, type HubCommand, type Identity, THE_HUB_ITSELF } from '@motcua/hub';
import { aroundTheClock, kimBoi } from '@motcua/testing/kim-boi';
import { createSocketServer } from '../../apps/hub/src/transport/sockets/socket-server.ts';

const LAN = 'lan' as PersonId;
const STRANGER: Identity = { deviceId: null, deviceRole: null, personId: null, personRole: null };
/** The identity of each token in this test; the real look-up is tested elsewhere. */
const IDENTITIES: Readonly<Record<string, Identity>> = {
  kiosk: { ...STRANGER, deviceId: 'kiosk' as DeviceId, deviceRole: 'kiosk' },
  display: { ...STRANGER, deviceId: 'display' as DeviceId, deviceRole: 'display' },
  lan: { ...STRANGER, personId: LAN, personRole: 'clerk' },
};
/** More than two hundred at once, plus twenty for each second that a slow computer takes. */
const FLOOD = 1_000;
const NOW = Date.UTC(2026, 10, 23, 2) as Instant;

describe('the wire protocol', () => {
  let hub: Hub;
  let http: Server;
  let server: ReturnType<typeof createSocketServer>;
  let sockets: Socket[];
  let count = 0;

  const give = async (
    wish: HubCommand extends infer C ? (C extends unknown ? Omit<C, 'commandId'> : never) : never,
  ) => {
    const command = { ...wish, commandId: `set-${(count += 1)}` as CommandId } as HubCommand;
    expect(await hub.execute(command, THE_HUB_ITSELF)).toMatchObject({ ok: true });
  };
  const connect = async (): Promise<Socket> => {
    const { port } = http.address() as AddressInfo;
    const socket = io(`http://127.0.0.1:${port}`, { transports: ['websocket'], forceNew: true });
    sockets.push(socket);
    await new Promise<void>((done) => socket.once('connect', done));
    return socket;
  };
  const hello = (socket: Socket, role: Role, token: string | null, lastSeq: number | null = null) =>
    socket.emitWithAck('hello', {
      protocolVersion: PROTOCOL_VERSION,
      role,
      deviceToken: token,
      lastSeq,
    }) as Promise<Welcome>;
  const greet = async (role: Role, token: string): Promise<Socket> => {
    const socket = await connect();
    expect(await hello(socket, role, token)).toMatchObject({ type: 'snapshot' });
    return socket;
  };
  const command = (socket: Socket, wish: object) =>
    socket.emitWithAck('command', { commandId: `c-${(count += 1)}`, ...wish }) as Promise<
      Result<readonly Change[]>
    >;
  const issue = (socket: Socket) => {
    const serviceId = kimBoi.services[0]?.id;
    return command(socket, plainTicket(serviceId ?? ('none' as ServiceId)));
  };
  const nextChanges = async (socket: Socket): Promise<Changes> => {
    const [changes] = (await once(socket as never, 'changes')) as [Changes];
    return changes;
  };

  beforeEach(async () => {
    sockets = [];
    hub = createHub({ dataDir: ':memory:', now: () => NOW });
    const { site, serviceGroups, queues, services, counters } = aroundTheClock(kimBoi);
    const settings: Setting[] = [
      { kind: 'site', value: site },
      ...serviceGroups.map((value): Setting => ({ kind: 'service-group', value })),
      ...queues.map((value): Setting => ({ kind: 'queue', value })),
      ...services.map((value): Setting => ({ kind: 'service', value })),
      ...counters.map((value): Setting => ({ kind: 'counter', value })),
    ];
    for (const setting of settings) await give({ type: 'put-setting', setting });
    for (const role of ['kiosk', 'display'] as const satisfies readonly DeviceRole[])
      await give({
        type: 'put-device',
        device: {
          id: role as string as DeviceId,
          name: role,
          role,
          pairedAt: NOW,
          revoked: false,
          condition: UNKNOWN_CONDITION,
          locked: false,
          training: false,
        },
      });
    await give({
      type: 'put-person',
      person: { id: LAN, name: 'Lan', login: 'lan', role: 'clerk', active: true, skills: null },
    });
    http = createServer();
    server = createSocketServer(http, {
      hub,
      identify: ({ deviceToken }) => IDENTITIES[deviceToken ?? ''] ?? STRANGER,
      mayConnect: () => true,
      commandsPerSecond: 20,
    });
    http.listen(0, '127.0.0.1');
    await once(http, 'listening');
  });

  afterEach(async () => {
    for (const socket of sockets) socket.disconnect();
    await server.close();
    hub.close();
  });

  const COUNTER_1 = kimBoi.counters[0]?.id as CounterId;

  it('refuses unknown clients, other versions and wrong roles, each with its reason', async () => {
    const socket = await connect();

    expect(await hello(socket, 'kiosk', 'nobody')).toEqual({
      type: 'turned-away',
      reason: 'unknown-device',
    });
    expect(await hello(socket, 'display', 'kiosk')).toMatchObject({ reason: 'unknown-device' });
    expect(await hello(socket, 'counter', null)).toMatchObject({ reason: 'sign-in-first' });
    expect(await hello(socket, 'admin', 'lan')).toMatchObject({ reason: 'role-not-allowed' });
    expect(
      await socket.emitWithAck('hello', {
        protocolVersion: 99,
        role: 'kiosk',
        deviceToken: 'kiosk',
        lastSeq: null,
      }),
    ).toMatchObject({ reason: 'protocol-mismatch' });
    expect(await socket.emitWithAck('hello', 'xin chào')).toMatchObject({ reason: 'malformed' });
    expect(await issue(socket)).toMatchObject({ refusal: { code: 'sign-in-first' } });
  });

  it('delivers a ticket from the kiosk to the counter and its call to the display', async () => {
    const kiosk = await greet('kiosk', 'kiosk');
    const counter = await greet('counter', 'lan');
    const display = await greet('display', 'display');

    const atCounter = nextChanges(counter);
    expect(await issue(kiosk)).toMatchObject({ ok: true, value: [{ type: 'ticket-issued' }] });
    expect((await atCounter).changes).toMatchObject([{ type: 'ticket-issued' }]);

    await command(counter, { type: 'open-counter', counterId: COUNTER_1, training: false });
    const shown = new Promise<Changes>((done) => {
      display.on('changes', (changes: Changes) => {
        if (changes.changes.some(({ type }) => type === 'announcement-changed')) done(changes);
      });
    });
    await command(counter, { type: 'call-next', counterId: COUNTER_1, finishCurrent: false });
    const { changes } = await shown;
    expect(changes.map(({ type }) => type)).toEqual(['announcement-changed']);
    expect(JSON.stringify(changes)).not.toContain('priority');
  });

  it('sends changes to displays before counters, and to both before the clerk is answered', async () => {
    const lines: Line[] = [];
    http.on('connection', (line: Line) => lines.push(line));
    const counter = await greet('counter', 'lan');
    await greet('display', 'display');
    await issue(await greet('kiosk', 'kiosk'));
    await command(counter, { type: 'open-counter', counterId: COUNTER_1, training: false });

    const left: string[] = [];
    for (const [index, name] of ['counter', 'display'].entries()) {
      const line = lines[index];
      if (line === undefined) throw new Error('no line');
      line.write = new Proxy(line.write, {
        apply(write, self, args: unknown[]) {
          if (String(args[0]).includes('announcement-changed')) left.push(name);
          const taken: unknown = Reflect.apply(write, self, args);
          return taken;
        },
      });
    }
    await command(counter, { type: 'call-next', counterId: COUNTER_1, finishCurrent: false });

    expect(left).toEqual(['display', 'counter', 'counter']);
  });

  it('tells a kiosk how many wait, but no visit', async () => {
    const kiosk = await greet('kiosk', 'kiosk');
    const pushed = nextChanges(kiosk);
    await issue(kiosk);
    const { loads, changes } = await pushed;

    expect(changes).toEqual([]);
    expect(Object.values(loads ?? {}).reduce((sum, { waiting }) => sum + waiting, 0)).toBe(1);
  });

  it('sends to many kiosks in chunks, and to each of them everything in order', async () => {
    const kiosks = await Promise.all(Array.from({ length: 120 }, () => greet('kiosk', 'kiosk')));
    const heard = kiosks.map((kiosk) => {
      const batches: Changes[] = [];
      return new Promise<readonly Changes[]>((done) => {
        kiosk.on('changes', (batch: Changes) => {
          batches.push(batch);
          if (batch.changes.length > 0) done(batches);
        });
      });
    });
    const { seq } = hub.state;
    // Of visits kiosks receive only the loads; the setting arrives before the last chunk of them.
    await give({
      type: 'put-person',
      person: { id: LAN, name: 'Lan', login: 'lan2', role: 'clerk', active: true, skills: null },
    });
    const [value] = kimBoi.queues;
    if (value === undefined) throw new Error('no queue');
    await give({ type: 'put-setting', setting: { kind: 'queue', value } });

    for (const batches of await Promise.all(heard))
      expect(batches.map(({ to, changes }) => [to, changes.length])).toEqual([
        [seq + 1, 0],
        [seq + 2, 1],
      ]);
  });

  it('sends a reconnected client exactly what it missed', async () => {
    const kiosk = await greet('kiosk', 'kiosk');
    const counter = await connect();
    const first = await hello(counter, 'counter', 'lan');
    if (first.type === 'turned-away') throw new Error('turned away');
    counter.disconnect();
    await issue(kiosk);
    await issue(kiosk);

    const again = await connect();
    expect(await hello(again, 'counter', 'lan', first.seq)).toMatchObject({
      type: 'catch-up',
      seq: first.seq + 2,
      changes: [{ type: 'ticket-issued' }, { type: 'ticket-issued' }],
    });
    expect(await hello(again, 'counter', 'lan', first.seq + 99)).toMatchObject({
      type: 'snapshot',
    });
  });

  it('gives the same answer to a repeated command, also over another connection', async () => {
    const [service] = kimBoi.services;
    const wish = { commandId: 'once', ...plainTicket(service?.id ?? ('none' as ServiceId)) };
    const first: unknown = await (await greet('kiosk', 'kiosk')).emitWithAck('command', wish);
    const second: unknown = await (await greet('kiosk', 'kiosk')).emitWithAck('command', wish);

    expect(second).toEqual(first);
    expect(hub.state.visits.size).toBe(1);
  });

  it('disconnects a device as soon as it is revoked', async () => {
    const kiosk = await greet('kiosk', 'kiosk');
    const gone = once(kiosk as never, 'turned-away');
    const device = hub.state.devices.get('kiosk' as DeviceId);
    if (device === undefined) throw new Error('no kiosk');
    await give({ type: 'put-device', device: { ...device, revoked: true } });

    const cut = once(kiosk as never, 'disconnect');
    expect(await gone).toEqual(['unknown-device']);
    await cut;
    expect(kiosk.connected).toBe(false);
  });

  it('refuses a flood and goes on', async () => {
    const kiosk = await greet('kiosk', 'kiosk');
    const results = await Promise.all(
      Array.from({ length: FLOOD }, () => command(kiosk, { type: 'x' })),
    );
    const codes = new Set(results.map((result) => (result.ok ? 'ok' : result.refusal.code)));

    expect(codes).toEqual(new Set(['malformed', 'too-many-requests']));
    // As soon as the device's pace allows one more.
    const again = await greet('kiosk', 'kiosk');
    await expect.poll(() => issue(again), { interval: 20 }).toMatchObject({ ok: true });
  });

  it('closes a connection that sends endless hellos, and serves the others', async () => {
    const rude = await greet('display', 'display');
    const polite = await greet('kiosk', 'kiosk');
    const closed = once(rude as never, 'disconnect');
    for (let i = 0; i < FLOOD; i += 1) void hello(rude, 'display', 'display').catch(() => null);
    await closed;

    expect(await issue(polite)).toMatchObject({ ok: true });
  });

  it('closes a connection that sends oversized messages, and serves the others', async () => {
    const rude = await greet('kiosk', 'kiosk');
    const polite = await greet('kiosk', 'kiosk');
    const closed = once(rude as never, 'disconnect');
    rude.emit('command', { type: 'x'.repeat(100_000) });
    await closed;

    expect(await issue(polite)).toMatchObject({ ok: true });
  });
});
