import {
  type Change,
  plainTicket,
  PROTOCOL_VERSION,
  type Role,
  type Welcome,
} from '@motcua/protocol';
import { once } from 'node:events';
import { io, type Socket } from 'socket.io-client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { REFUSAL_CODES, type Result } from '@motcua/domain';
import { toMirror } from '@motcua/client';
import { anyCommand, everyCommand, mayGive, type Sender, SENDERS } from './commands.ts';
import { type Credentials, type FuzzHub, startFuzzHub } from './fuzz-hub.ts';
import { cut, garble, junk } from './garble.ts';
import type { Known } from './picks.ts';
import { seededFor, printSeed } from './seed.ts';

const MESSAGES_OF_EACH = 500;
const TURNED_AWAY = [
  ...['protocol-mismatch', 'unknown-device', 'sign-in-first', 'role-not-allowed', 'malformed'],
];
type Answer = Result<readonly Change[]>;

describe('the socket server', () => {
  let site: FuzzHub;
  let known: Known;
  const sockets: Socket[] = [];
  let sent = 0;

  beforeEach(async () => {
    printSeed('the socket server');
    site = await startFuzzHub();
    const head = await site.credentialsOf('head');
    const welcome = await hello(await connectSocket(head), head);
    if (welcome.type !== 'snapshot') throw new Error('The head of centre was turned away');
    known = { mirror: toMirror(welcome), personId: head.personId };
  });
  afterEach(async () => {
    for (const socket of sockets.splice(0)) socket.disconnect();
    await site.close();
  });

  async function connectSocket({ cookie }: Pick<Credentials, 'cookie'>): Promise<Socket> {
    const socket = io(site.started.url, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      ...(cookie === null ? {} : { extraHeaders: { cookie } }),
    });
    sockets.push(socket);
    await new Promise<void>((done) => socket.once('connect', done));
    return socket;
  }
  const hello = (
    socket: Socket,
    { role, deviceToken }: Pick<Credentials, 'role' | 'deviceToken'>,
  ) =>
    socket.emitWithAck('hello', {
      protocolVersion: PROTOCOL_VERSION,
      role,
      deviceToken,
      lastSeq: null,
    }) as Promise<Welcome>;
  /** Connected and authenticated as that sender; an unauthenticated one says nothing. */
  async function enter(sender: Sender): Promise<Socket> {
    const credentials = await site.credentialsOf(sender);
    const socket = await connectSocket(credentials);
    if (sender !== 'stranger') expect(await hello(socket, credentials)).toMatchObject({ seq: {} });
    return socket;
  }
  const command = (socket: Socket, message: unknown) =>
    socket.timeout(60_000).emitWithAck('command', message) as Promise<Answer>;
  const numbered = (wish: object) => ({ ...wish, commandId: `c-${(sent += 1)}` });
  const codeOf = (answer: Answer) => (answer.ok ? 'ok' : answer.refusal.code);

  it.each(SENDERS)('answers every garbled command of a %s with a code', async (sender) => {
    const random = seededFor(`garbled ${sender}`);
    const socket = await enter(sender);
    const codes = new Set<string>();
    const waiting = Array.from({ length: MESSAGES_OF_EACH }, async () => {
      const answer = await command(socket, garble(numbered(anyCommand(random, known)), random));
      codes.add(codeOf(answer));
    });
    await Promise.all(waiting);

    expect(REFUSAL_CODES).toEqual(expect.arrayContaining([...codes].filter((c) => c !== 'ok')));
    expect(codes).toContain(sender === 'stranger' ? 'sign-in-first' : 'malformed');
    expect(codes).not.toContain('hub-unavailable');
    await site.expectUnharmed();
  });

  it('accepts no command from a sender without the right to give it', async () => {
    const random = seededFor('unauthorised');
    for (const sender of SENDERS) {
      const socket = await enter(sender);
      for (const wish of everyCommand(random, known)) {
        const code = codeOf(await command(socket, numbered(wish)));
        // Each of the two allowed senders may report only certain results of a slip.
        if (wish.type === 'resolve-print' && mayGive(sender, wish.type)) continue;
        const turnedAway = code === 'sign-in-first' || code === 'role-not-allowed';
        const context = { sender, type: wish.type, code };
        expect({ ...context, turnedAway }).toEqual({
          ...context,
          turnedAway: !mayGive(sender, wish.type),
        });
      }
    }
    await site.expectUnharmed();
  });

  it('accepts commands in any order and number, and gives one answer per id', async () => {
    const random = seededFor('order');
    const [kiosk, other, clerk] = [await enter('kiosk'), await enter('kiosk'), await enter('head')];
    for (let round = 0; round < 60; round += 1) {
      const wishes = everyCommand(random, known).map(numbered);
      const twice = [...wishes, ...wishes].toSorted(() => random.next() - 0.5);
      const answers = await Promise.all(
        twice.map(async (wish) => ({ wish, answer: await command(clerk, wish) })),
      );
      for (const wish of wishes) {
        const same = answers.filter((each) => each.wish === wish && each.answer.ok);
        expect(new Set(same.map(({ answer }) => JSON.stringify(answer))).size).toBeLessThan(2);
      }
      const issue = numbered(plainTicket(random.pick(known.mirror.settings.services).id));
      const first = await command(kiosk, issue);
      if (!first.ok) continue;
      expect(await command(kiosk, issue)).toEqual(first);
      expect(codeOf(await command(other, issue))).toBe('role-not-allowed');
    }
    await site.expectUnharmed();
  });

  it('answers every garbled hello, and a valid one afterwards', async () => {
    const random = seededFor('greetings');
    const socket = await connectSocket({ cookie: null });
    const good = await site.credentialsOf('kiosk');
    for (let n = 0; n < MESSAGES_OF_EACH; n += 1) {
      const role = random.pick<Role>(['kiosk', 'display', 'counter', 'admin']);
      const lastSeq = random.pick([null, 0, 1, 10_000_000, -5]);
      const deviceToken = random.pick([null, good.deviceToken, 'geraten']);
      const greeting = { protocolVersion: PROTOCOL_VERSION, role, deviceToken, lastSeq };
      const welcome = (await socket.emitWithAck('hello', garble(greeting, random))) as Welcome;
      if (welcome.type === 'turned-away') expect(TURNED_AWAY).toContain(welcome.reason);
      else expect(welcome.deviceId).not.toBeNull();
    }
    expect(await hello(socket, good)).toMatchObject({ type: 'snapshot' });
    await site.expectUnharmed();
  });

  it('refuses garbled slip codes', async () => {
    const random = seededFor('codes');
    const socket = await connectSocket({ cookie: null });
    const wish = plainTicket(random.pick(known.mirror.settings.services).id);
    expect(codeOf(await command(await enter('kiosk'), numbered(wish)))).toBe('ok');
    const [visitId = ''] = site.started.hub.state.visits.keys();
    for (let n = 0; n < MESSAGES_OF_EACH / 5; n += 1) {
      const slip = { type: 'slip', visitId: cut(`${visitId}${visitId}`, random) };
      const answer = (await socket.emitWithAck('follow', garble(slip, random))) as Answer;
      if (slip.visitId !== visitId) expect(codeOf(answer)).not.toBe('ok');
    }
    await site.expectUnharmed();
  });

  it('survives frames that are not messages', async () => {
    const random = seededFor('frames');
    const frames = [
      ...[
        '',
        '3probe',
        '4',
        '40',
        '40{"token":',
        '41',
        '42',
        '42[',
        '42[]',
        '42[null]',
        '44',
        '49',
      ],
      ...[
        '42["hello"]',
        '42["command"]',
        '420["command",{}]',
        '420["hello",null]',
        '43[]',
        '430[]',
        '42["follow"]',
        '420["follow",{"type":"slip"}]',
      ],
      ...['42["error",{}]', '42["connect"]', '42["disconnect"]', '42["__proto__",{}]', '40/admin,'],
      ...['429999999999999["command",{}]', '42["newListener","x"]', '421["command",{},{},{}]'],
      ...['451-["hello",{"_placeholder":true,"num":0}]', '459-["command"]', '\u0000', '🏛️'],
    ];
    for (let n = 0; n < 150; n += 1) {
      const address = site.started.url.replace('http', 'ws');
      const socket = new WebSocket(`${address}/socket.io/?EIO=4&transport=websocket`);
      await once(socket as never, 'open');
      const closed = once(socket as never, 'close');
      socket.send('40');
      for (let more = random.whole(1, 6); more > 0; more -= 1) {
        const frame = random.pick(frames);
        const spoilt = random.next() < 0.5 ? cut(frame, random) : frame;
        socket.send(random.next() < 0.1 ? Uint8Array.of(4, 0, 255) : spoilt);
      }
      socket.close();
      await closed;
    }
    await expect(site.expectUnharmed()).resolves.toBeUndefined();
  });

  it('disconnects a client that sends too much, and no other', async () => {
    const random = seededFor('oversized');
    const polite = await enter('head');
    for (const event of ['hello', 'command', 'follow', 'no such event']) {
      const rude = await enter('kiosk');
      const gone = once(rude as never, 'disconnect');
      rude.emit(event, { ...Object(junk(random)), type: 'x'.repeat(70_000) });
      await gone;
    }
    expect(polite.connected).toBe(true);
    expect(codeOf(await command(polite, numbered({ type: 'undo', counterId: 'counter-1' })))).toBe(
      'nothing-to-undo',
    );
    await site.expectUnharmed();
  });
});
