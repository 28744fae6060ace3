import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { io, type Socket } from 'socket.io-client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  ALONE,
  type CommandId,
  type DeviceId,
  type Instant,
  type PersonId,
  type Result,
  UNKNOWN_CONDITION,
} from '@motcua/domain';
import { createHub, type Hub, type Identity, THE_HUB_ITSELF } from '@motcua/hub';
import {
  type Change,
  type Changes,
  plainTicket,
  PROTOCOL_VERSION,
  type Role,
} from '@motcua/protocol';
import { aroundTheClock, kimBoi, setUpCentre } from '@motcua/testing';
import { createSocketServer } from '../../apps/hub/src/transport/socket-server.ts';

const NOBODY: Identity = { deviceId: null, deviceRole: null, personId: null, personRole: null };
const IDENTITIES: Readonly<Record<string, Identity>> = {
  kiosk: { ...NOBODY, deviceId: 'kiosk' as DeviceId, deviceRole: 'kiosk' },
  display: { ...NOBODY, deviceId: 'display' as DeviceId, deviceRole: 'display' },
  lan: { ...NOBODY, personId: 'lan' as PersonId, personRole: 'clerk' },
};
/** 09:00 in Việt Nam. */
const NOW = Date.UTC(2026, 10, 23, 2) as Instant;
const TODAY = '2026-11-23';

describe('what a kiosk tells that was alone', () => {
  let hub: Hub;
  let http: Server;
  let server: ReturnType<typeof createSocketServer>;
  const sockets: Socket[] = [];
  let count = 0;

  beforeEach(async () => {
    hub = createHub({ dataDir: ':memory:', now: () => NOW });
    await setUpCentre(hub, aroundTheClock(kimBoi));
    const device = {
      ...{ id: 'kiosk' as DeviceId, name: 'Kiosk', role: 'kiosk' as const, pairedAt: NOW },
      ...{ revoked: false, condition: UNKNOWN_CONDITION, locked: false, training: false },
    };
    const commandId = 'pair' as CommandId;
    await hub.execute({ commandId, type: 'put-device', device }, THE_HUB_ITSELF);
    http = createServer();
    server = createSocketServer(http, {
      hub,
      identify: ({ deviceToken }) => IDENTITIES[deviceToken ?? ''] ?? NOBODY,
      mayConnect: () => true,
      commandsPerSecond: 50,
    });
    http.listen(0, '127.0.0.1');
    await once(http, 'listening');
  });
  afterEach(async () => {
    for (const socket of sockets.splice(0)) socket.disconnect();
    await server.close();
    hub.close();
  });

  async function greet(role: Role, deviceToken: string): Promise<Socket> {
    const { port } = http.address() as AddressInfo;
    const socket = io(`http://127.0.0.1:${port}`, { transports: ['websocket'], forceNew: true });
    sockets.push(socket);
    const hello = { protocolVersion: PROTOCOL_VERSION, role, deviceToken, lastSeq: null };
    expect(await socket.emitWithAck('hello', hello)).toMatchObject({ type: 'snapshot' });
    return socket;
  }
  const command = (socket: Socket, wish: object, commandId = `c-${(count += 1)}`) =>
    socket.emitWithAck('command', { commandId, ...wish }) as Promise<Result<readonly Change[]>>;
  const reserve = {
    ...{ type: 'reserve-numbers', holds: [], lastNumbers: {}, day: TODAY, toldAll: false },
  };
  const settle = (more: object = {}) => ({
    type: 'settle-ticket',
    ticket: {
      ...{ visitId: 'paper-1', printJobId: 'slip-1', number: 'H970', day: TODAY },
      ...{ arrivedAt: NOW, serviceIds: ['1.001193'], language: 'vi', priorityGroupId: null },
      ...{ needs: [], party: ALONE, bookedFor: null, ...more },
    },
    ...{ print: { state: 'printed' }, resolution: null, instead: null },
  });

  it('is heard by counters like any ticket, and by nobody else', async () => {
    const [kiosk, counter, display] = [
      await greet('kiosk', 'kiosk'),
      await greet('counter', 'lan'),
      await greet('display', 'display'),
    ];
    const heard: Changes[] = [];
    display.on('changes', (changes: Changes) => heard.push(changes));
    const got = await command(kiosk, reserve);
    expect(got).toMatchObject({
      ok: true,
      value: [
        { type: 'numbers-reserved', kioskId: 'kiosk', day: TODAY },
        { type: 'numbers-reserved', kioskId: 'kiosk', day: '2026-11-24' },
      ],
    });
    const news = once(counter as never, 'changes') as Promise<[Changes]>;
    expect(await command(kiosk, settle(), 'touch')).toMatchObject({ ok: true });
    const [{ changes }] = await news;
    expect(changes).toMatchObject([
      { type: 'ticket-issued', peopleAhead: null, visit: { ticket: { number: 'H970' } } },
    ]);
    expect(heard.flatMap((each) => each.changes)).toEqual([]);
  });

  it('is one ticket with the touch it stands for, in whichever order the two come', async () => {
    const kiosk = await greet('kiosk', 'kiosk');
    await command(kiosk, reserve);
    const touch = plainTicket('1.001193' as never);
    const [first, second] = await Promise.all([
      command(kiosk, settle(), 'touch-1'),
      command(kiosk, touch, 'touch-1'),
    ]);
    expect(second).toEqual(first);
    const given = await command(kiosk, touch, 'touch-2');
    const other = settle({ visitId: 'paper-2', printJobId: 'slip-2', number: 'H971' });
    expect(await command(kiosk, other, 'touch-2')).toEqual(given);
    expect([...hub.state.visits.values()].map(({ ticket }) => ticket.number)).toEqual([
      'H970',
      'H001',
    ]);
  });

  it.each([
    ['a counter', 'counter', 'lan'],
    ['a display', 'display', 'display'],
  ] as const)('is not believed from %s', async (_who, role, token) => {
    const socket = await greet(role, token);
    const refused = { ok: false, refusal: { code: 'role-not-allowed' } };
    const answers = [await command(socket, reserve), await command(socket, settle())];
    for (const answer of answers) expect(answer).toMatchObject({ ok: false });
    if (role === 'display') expect(answers).toMatchObject([refused, refused]);
    expect(hub.state.visits.size).toBe(0);
  });

  it.each([
    { number: 'H970; DROP' },
    { number: '' },
    { day: 'today' },
    { arrivedAt: -1 },
    { serviceIds: [] },
    { priority: 'priority' },
  ])('is refused when it cannot be read: %j', async (more) => {
    const kiosk = await greet('kiosk', 'kiosk');
    expect(await command(kiosk, settle(more))).toMatchObject({ refusal: { code: 'malformed' } });
    const block = { queueId: 'civil', prefix: 'H', from: 9, to: 3, reservedAt: NOW };
    const holds = [{ day: TODAY, blocks: [block] }];
    expect(await command(kiosk, { ...reserve, holds })).toMatchObject({
      refusal: { code: 'malformed' },
    });
  });
});
