import type { IncomingMessage, Server as HttpServer } from 'node:http';
import type { Socket as NetSocket } from 'node:net';
import { type DeviceId, type PersonId, refuse, type Result } from '@motcua/domain';
import type {
  Change,
  ClientToHub,
  HubToClient,
  Missed,
  Role,
  Seq,
  Welcome,
} from '@motcua/protocol';
import {
  parseBeat,
  parseCommand,
  parseHello,
  parseQuestion,
  parseSlip,
} from '@motcua/protocol/parse';
import { Server } from 'socket.io';
import { type Limits, USUAL_LIMITS } from '../../config.ts';
import type { Hub } from '../../engine/hub.ts';
import type { Identity } from '../../engine/hub-command.ts';
import type { Vitals } from '../../operations/vitals.ts';
import { whyNotAs } from '../../identity/rights.ts';
import { answerTo } from '../../use-cases/questions.ts';
import {
  answerFor,
  forRole,
  loadsOf,
  mayChangeMissed,
  missedOf,
  TOLD_LOADS,
  TOLD_MISSED,
} from './audience.ts';
import { createDevicePresence } from './device-presence.ts';
import { createAttendance } from './attendance.ts';
import type { Identify } from '../http/authenticate.ts';
import { createTokenBucket, createTokenBuckets } from '../token-bucket.ts';
import { createDevicePace } from './device-pace.ts';
import { createFollowers, roomOf, visitIn } from './followers.ts';
import { cutStrangers, type HubSocket, type Known, turnAway } from './hub-socket.ts';
import { createLongPolling, createSlowConsumerCut } from './long-polling.ts';
import { createChunkedBroadcast } from './chunked-broadcast.ts';
import { createCoalescer } from './coalesce.ts';
import { welcome } from './welcome.ts';

type Answer = (result: Result<readonly Change[]>) => void;
type Reply = Parameters<ClientToHub['ask']>[1];
type FollowReply = Parameters<ClientToHub['follow']>[1];

export interface SocketServerOptions {
  readonly hub: Hub;
  /** Who is behind a handshake; reads the session cookie and the device's token. */
  readonly identify: Identify;
  /** Whose session stands behind a cookie; one that was used lives on. */
  readonly signedIn?: (cookieHeader: string | undefined, isUsed: boolean) => Identity['personId'];
  /** Whether a handshake may come from there (Host and Origin). */
  readonly mayConnect: (request: IncomingMessage) => boolean;
  /** Commands and greetings a second that one connection, one device and one person may send in the long run. */
  readonly commandsPerSecond: number;
  /** Told of every device that is heard. */
  readonly vitals?: Vitals;
  /** Whether another hub took over from this one. */
  readonly isSuperseded?: () => boolean;
  readonly limits?: Limits;
  /** Whether somebody known was at an address. */
  readonly isKnown?: (address: string) => boolean;
  /** Told of every socket behind which somebody known is. */
  readonly recognize?: (socket: NetSocket) => void;
  /** Told when a receiver that takes nothing was cut. */
  readonly onSlow?: (address: string | undefined) => void;
}

/** Who may ask about a slip: kiosks, and staff. */
const MAY_ASK: ReadonlySet<Role> = new Set<Role>(['kiosk', 'counter', 'admin']);
/** How often a role is told what follows from the changes, at most: how many wait, who is awaited. */
const TELL_EVERY_MS = 100;
/** How many are told at once how many wait; a call does not stand behind all of them. */
const TOLD_AT_ONCE = 50;
/** The whole room waits for the wall, a clerk only for their own key; the answer leaves after all of them. */
const IN_TURN = ['display', 'counter', 'kiosk', 'admin'] as const satisfies readonly Role[];
const LARGEST_MESSAGE_BYTES = 65_536;
/** A client that hears nothing for as long as both together hangs up, and so does the hub. */
export const PING_EVERY_MS = 3_000;
export const PING_PATIENCE_MS = 4_000;

/** Wiring only. If this file grows an `if` about tickets, the `if` belongs in a use case. */
export function createSocketServer(http: HttpServer, options: SocketServerOptions) {
  const {
    hub,
    identify,
    mayConnect,
    commandsPerSecond,
    isSuperseded = () => false,
    vitals,
    limits = USUAL_LIMITS,
    recognize = () => {},
  } = options;
  const polling = createLongPolling({
    mayConnect,
    maxSessions: {
      ofStrangers: Math.max(0, limits.connections - limits.reservedConnections),
      ofAll: limits.connections,
    },
    isKnown: options.isKnown ?? (() => false),
    recognize,
  });
  const io = new Server<ClientToHub, HubToClient, Record<string, never>, Known>(http, {
    serveClient: false,
    // Where a network blocks WebSocket, long polling carries the same.
    transports: ['websocket', 'polling'],
    httpCompression: false,
    perMessageDeflate: false,
    maxHttpBufferSize: LARGEST_MESSAGE_BYTES,
    pingInterval: PING_EVERY_MS,
    pingTimeout: PING_PATIENCE_MS,
    connectTimeout: limits.helloWithinMs,
    allowRequest: (request, decided) =>
      decided(null, mayConnect(request) && polling.mayOpen(request)),
  });
  polling.attach(io.engine);

  const mayAskAsOne = createTokenBuckets(commandsPerSecond, () => performance.now());
  const mayGoOn = createDevicePace(commandsPerSecond, () => performance.now());
  const cutSlow = createSlowConsumerCut(limits, polling);
  const devicePresence = createDevicePresence(hub);
  const attendance = createAttendance(hub);

  io.on('connection', (socket) => {
    const becomeNobody = cutStrangers(socket, limits.helloWithinMs);
    const mayAsk = createTokenBucket(commandsPerSecond, () => performance.now());

    // A stranger may leave out what the types promise, the answer too.
    socket.on('hello', (message: unknown, answer: ((welcome: Welcome) => void) | undefined) => {
      if (typeof answer !== 'function') return;
      // Each answer may be the whole day; who goes on asking is broken or means harm.
      if (!mayAsk()) return void socket.disconnect(true);
      const hello = parseHello(message);
      if (!hello.ok) return answer({ type: 'turned-away', reason: 'malformed' });
      if (isSuperseded()) return answer({ type: 'turned-away', reason: 'superseded' });
      const { role, deviceToken } = hello.value;
      const cookieHeader = socket.handshake.headers.cookie;
      const { address } = socket.handshake;
      const identity = identify({ cookieHeader, deviceToken, address });
      const welcomed = welcome(hub, hello.value, identity);
      becomeNobody();
      if (welcomed.type !== 'turned-away') {
        socket.data = { role, identity };
        void socket.join(role);
        recognize(socket.request.socket);
        polling.recognizeAll(socket.conn);
        if (identity.deviceId !== null) vitals?.heard(identity.deviceId, socket.handshake.address);
      }
      answer(welcomed);
    });

    socket.on('command', (message: unknown, reply: Answer | undefined) => {
      if (typeof reply !== 'function') return;
      if (isSuperseded()) return reply(refuse('hub-unavailable'));
      const { identity, role } = socket.data;
      if (!mayAsk()) return reply(refuse('too-many-requests'));
      if (identity === undefined || role === undefined) return reply(refuse('sign-in-first'));
      // However many connections they open, one device and one person are one.
      if (!mayAskAsOne(identity.deviceId ?? identity.personId ?? ''))
        return reply(refuse('too-many-requests'));
      const command = parseCommand(message);
      if (!command.ok) return reply(command);
      const { deviceId, personId } = identity;
      if (deviceId !== null && personId === null && !mayGoOn(deviceId, command.value.type))
        return reply(refuse('too-many-requests'));
      socket.data.isUsed = true;
      hub.submit(command.value, current(hub, identity), null, (result) =>
        reply(answerFor(role, result)),
      );
    });

    socket.on('beat', (message: unknown) => {
      const { deviceId } = socket.data.identity ?? {};
      const beat = mayAsk() ? parseBeat(message) : null;
      if (deviceId === undefined || deviceId === null || beat?.ok !== true) return;
      vitals?.heard(deviceId, socket.handshake.address, beat.value);
    });

    socket.on('ask', (message: unknown, reply: Reply | undefined) => {
      if (typeof reply !== 'function') return;
      if (!mayAsk()) return reply(refuse('too-many-requests'));
      const { role, identity } = socket.data;
      if (role === undefined || identity === undefined) return reply(refuse('sign-in-first'));
      if (!MAY_ASK.has(role)) return reply(refuse('role-not-allowed'));
      const question = parseQuestion(message);
      if (!question.ok) return reply(question);
      const { state } = hub;
      const asked = { state, at: hub.now(), today: state.today, identity: current(hub, identity) };
      reply(answerTo(asked, question.value));
    });

    // The code on a slip is longer than anybody can guess: who has it may know how its number does, and needs no name.
    socket.on('follow', (message: unknown, reply: FollowReply | undefined) => {
      if (typeof reply !== 'function') return;
      if (isSuperseded()) return reply(refuse('hub-unavailable'));
      if (!mayAsk()) return reply(refuse('too-many-requests'));
      if (socket.data.role !== undefined) return reply(refuse('role-not-allowed'));
      const slip = parseSlip(message);
      if (!slip.ok) return reply(slip);
      const { visitId } = slip.value;
      becomeNobody();
      const view = followers.follow(visitId);
      if (view.ok) {
        socket.data = { follows: visitId };
        void socket.join(roomOf(visitId));
      }
      reply(view);
    });
  });

  const followers = createFollowers(hub, (visitId, view) => {
    const room = io.to(roomOf(visitId));
    room.emit('ticket', view);
    // Its day is over.
    if (!view.ok) room.disconnectSockets(true);
  });
  io.of('/').adapter.on('delete-room', (room: string) => {
    const visitId = visitIn(room);
    if (visitId !== null) followers.unfollow(visitId);
  });

  const sentTo = new Map<Role, Seq>();
  const slices = createChunkedBroadcast<string>(TOLD_AT_ONCE);
  const loads = createCoalescer(() => TOLD_LOADS.forEach((role) => tell(role, [])), TELL_EVERY_MS);
  const missed = createCoalescer(tellMissed, TELL_EVERY_MS);
  let missedTold = '';

  /** Tells displays when somebody has missed a call, is back, or is no longer awaited; else nothing. */
  function tellMissed(): void {
    const now = missedOf(hub.state, hub.now());
    if (now.join(' ') === missedTold) return;
    missedTold = now.join(' ');
    TOLD_MISSED.forEach((role) => tell(role, [], now));
  }

  function tell(role: Role, changes: readonly Change[], awaited: Missed | null = null): void {
    const { seq } = hub.state;
    const listeners = io.of('/').adapter.rooms.get(role);
    // Nobody listens, and who comes is told from where on: it need not be put into words.
    if (listeners === undefined) return void sentTo.set(role, seq);
    const message = {
      from: sentTo.get(role) ?? 0,
      to: seq,
      at: hub.now(),
      changes,
      loads: TOLD_LOADS.has(role) ? loadsOf(hub) : null,
      missed: awaited,
    };
    sentTo.set(role, seq);
    if (TOLD_LOADS.has(role)) slices.finish();
    if (TOLD_LOADS.has(role) && changes.length === 0)
      slices.tell([...listeners], (some) => io.to(some).emit('changes', message));
    else io.to(role).emit('changes', message);
  }

  hub.onCommitted((changes) => {
    for (const role of IN_TURN) {
      const heard = forRole(role, changes);
      if (heard.length > 0) tell(role, heard);
    }
    followers.committed(changes);
    loads.changed();
    if (mayChangeMissed(changes)) missed.changed();
    turnAwayWhoLostTheRight(changes);
  });

  function lookAtConnection({ conn, request, data }: HubSocket): void {
    const deviceId = data.identity?.deviceId ?? null;
    if (deviceId !== null) vitals?.linked(deviceId, polling.isSlow(conn));
    if (cutSlow(conn, request.socket, data.role === undefined))
      options.onSlow?.(request.socket.remoteAddress);
  }

  function devicesHere(): ReadonlySet<DeviceId> {
    const here = [...io.sockets.sockets.values()].map(
      ({ data }) => data.identity?.deviceId ?? null,
    );
    return new Set(here.filter((id) => id !== null));
  }

  function clerksHere(): ReadonlySet<PersonId> {
    const here = [...io.sockets.sockets.values()].map(({ data }) =>
      data.role === 'counter' ? (data.identity?.personId ?? null) : null,
    );
    return new Set(here.filter((id) => id !== null));
  }

  function turnAwayWhoLostTheRight(changes: readonly Change[]): void {
    if (!changes.some(({ type }) => type === 'device-changed' || type === 'person-changed')) return;
    for (const socket of io.sockets.sockets.values()) {
      const { role, identity } = socket.data;
      if (role === undefined || identity === undefined) continue;
      const now = current(hub, identity);
      // Another role, more rights or fewer: whoever it is shows anew that they are.
      const reason = now.personRole === identity.personRole ? whyNotAs(role, now) : 'sign-in-first';
      if (reason !== null) turnAway(socket, reason);
    }
  }

  /** A session ends by the clock, or because somebody else signed in at that browser, and nobody says so. */
  function turnAwayWhoseSessionEnded(): void {
    const { signedIn } = options;
    if (signedIn === undefined) return;
    for (const socket of io.sockets.sockets.values()) {
      const { identity, isUsed = false } = socket.data;
      if (identity === undefined || identity.personId === null) continue;
      socket.data.isUsed = false;
      const now = signedIn(socket.handshake.headers.cookie, isUsed);
      if (now !== identity.personId) turnAway(socket, 'sign-in-first');
    }
  }

  return {
    /** Time has passed: somebody may no longer be awaited or signed in, estimates have changed, a device is away. */
    looked(): void {
      turnAwayWhoseSessionEnded();
      for (const socket of io.sockets.sockets.values()) lookAtConnection(socket);
      missed.changed();
      loads.changed();
      followers.looked();
      devicePresence.looked(devicesHere());
      attendance.looked(clerksHere());
    },
    /** Ends sessions without a connection, when nobody waits for what lies in their requests any more. */
    cutPolling: polling.cutAll,
    /** Everybody greets again, and gets all of a day that is another one now. */
    beginAnew(): void {
      io.disconnectSockets(true);
    },
    /** Turns everybody away: another hub took over. */
    superseded(): void {
      for (const socket of io.sockets.sockets.values()) turnAway(socket, 'superseded');
    },
    /** Cuts the connections of somebody whose session has ended; those of their other sessions stay. */
    signedOut(personId: Identity['personId']): void {
      for (const socket of io.sockets.sockets.values()) {
        if (personId === null || socket.data.identity?.personId !== personId) continue;
        const { cookie } = socket.handshake.headers;
        const now = identify({ cookieHeader: cookie, deviceToken: null });
        if (now.personId !== personId) turnAway(socket, 'sign-in-first');
      }
    },
    close: async (): Promise<void> => {
      loads.stop();
      slices.finish();
      missed.stop();
      followers.stop();
      await io.close();
    },
  };
}

/** The identity with the rights it has by now. */
function current({ state }: Hub, identity: Identity): Identity {
  const { deviceId, personId } = identity;
  const device = deviceId === null ? undefined : state.devices.get(deviceId);
  const person = personId === null ? undefined : state.people.get(personId);
  return {
    ...identity,
    deviceRole: device === undefined || device.revoked ? null : device.role,
    personRole: person?.active === true ? person.role : null,
  };
}
