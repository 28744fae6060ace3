import type { IncomingMessage, Server as HttpServer } from 'node:http';
import { refuse } from '@motcua/domain';
import type { ClientToHub, Welcome } from '@motcua/protocol';
import { Server } from 'socket.io';
import { type Limits, USUAL_LIMITS } from '../../config.ts';
import type { Identity } from '../../engine/hub-command.ts';
import { createTokenBucket } from '../token-bucket.ts';
import { type AdmissionOptions, createAdmission } from './admission.ts';
import { createAttendance } from './attendance.ts';
import { createBroadcast } from './broadcast.ts';
import { createDevicePresence } from './device-presence.ts';
import { createSubscriptionRooms } from './ticket-subscriptions.ts';
import { type Connection, cutUnidentified, type HubServer, type HubSocket } from './hub-socket.ts';
import { createLongPolling, createSlowConsumerCut, type LongPolling } from './long-polling.ts';
import { createRequests, type RequestOptions } from './requests.ts';

export interface SocketServerOptions extends AdmissionOptions, RequestOptions {
  /** Whether a handshake may come from there (Host and Origin). */
  readonly mayConnect: (request: IncomingMessage) => boolean;
  readonly limits?: Limits;
  /** Whether a known device or person was at an address. */
  readonly isKnown?: (address: string) => boolean;
  /** Called when a receiver that reads nothing was cut. */
  readonly onSlow?: (address: string | undefined) => void;
}

export interface SocketServer {
  /** Called periodically: checks sessions, awaited visits, estimates and devices. */
  readonly tick: () => void;
  /** Ends sessions without a connection, when their requests are not waited for any more. */
  readonly cutPolling: () => void;
  /** All clients say hello again, and get all of a day that is another one now. */
  readonly beginAnew: () => void;
  /** Turns all clients away: a standby was promoted. */
  readonly superseded: () => void;
  /** Cuts the connections of a person whose session has ended; those of their other sessions stay. */
  readonly signedOut: (personId: Identity['personId']) => void;
  readonly close: () => Promise<void>;
}

const MAX_MESSAGE_BYTES = 65_536;
/** A client that gets nothing for as long as both together hangs up, and so does the hub. */
export const PING_INTERVAL_MS = 3_000;
export const PING_TIMEOUT_MS = 4_000;

/** Wiring only: messages are decided in admission, requests and followers, and their receivers in broadcast. */
export function createSocketServer(http: HttpServer, options: SocketServerOptions): SocketServer {
  const { hub, vitals, limits = USUAL_LIMITS, isSuperseded = () => false } = options;
  const polling = createPolling(options, limits);
  const io = openServer(http, options, limits, polling);
  const broadcast = createBroadcast(io, hub);
  const subscriptions = createSubscriptionRooms(io, hub);
  const admission = createAdmission(io, polling, options);
  const requests = createRequests(options);
  const cutSlow = createSlowConsumerCut(limits, polling);
  const devicePresence = createDevicePresence(hub);
  const attendance = createAttendance(hub);

  io.on('connection', (socket) => {
    const connection: Connection = {
      socket,
      mayAsk: createTokenBucket(options.commandsPerSecond, () => performance.now()),
      dropIdentity: cutUnidentified(socket, limits.helloWithinMs),
    };
    // A malicious client may leave out what the types promise, the answer too.
    socket.on('hello', (message: unknown, answer: ((welcome: Welcome) => void) | undefined) => {
      if (typeof answer === 'function') admission.hello(connection, message, answer);
    });
    socket.on('command', (message: unknown, reply: Reply<'command'> | undefined) => {
      if (typeof reply === 'function') requests.command(connection, message, reply);
    });
    socket.on('ask', (message: unknown, reply: Reply<'ask'> | undefined) => {
      if (typeof reply === 'function') requests.ask(connection, message, reply);
    });
    socket.on('beat', (message: unknown) => requests.beat(connection, message));
    socket.on('follow', (message: unknown, reply: Reply<'follow'> | undefined) => {
      if (typeof reply !== 'function') return;
      if (isSuperseded()) reply(refuse('hub-unavailable'));
      else subscriptions.request(connection, message, reply);
    });
  });

  hub.onCommitted((changes) => {
    broadcast.committed(changes);
    subscriptions.committed(changes);
    admission.committed(changes);
  });

  function checkConnection({ conn, request, data }: HubSocket): void {
    const deviceId = data.identity?.deviceId ?? null;
    if (deviceId !== null) vitals?.linked(deviceId, polling.isWebSocketBlocked(conn));
    if (cutSlow(conn, request.socket, data.role === undefined))
      options.onSlow?.(request.socket.remoteAddress);
  }

  return {
    tick() {
      admission.tick();
      for (const socket of io.sockets.sockets.values()) checkConnection(socket);
      broadcast.tick();
      subscriptions.tick();
      devicePresence.tick(admission.devicesHere());
      attendance.tick(admission.clerksHere());
    },
    cutPolling: polling.cutAll,
    beginAnew: () => io.disconnectSockets(true),
    superseded: () => admission.turnAllAway('superseded'),
    signedOut: admission.signedOut,
    async close() {
      broadcast.stop();
      subscriptions.stop();
      await io.close();
    },
  };
}

type Reply<Event extends 'command' | 'ask' | 'follow'> = Parameters<ClientToHub[Event]>[1];

function createPolling(
  { mayConnect, isKnown = () => false, recognize = () => {} }: SocketServerOptions,
  { connections, reservedConnections }: Limits,
): LongPolling {
  const maxSessions = {
    ofUnidentified: Math.max(0, connections - reservedConnections),
    ofAll: connections,
  };
  return createLongPolling({ mayConnect, maxSessions, isKnown, recognize });
}

function openServer(
  http: HttpServer,
  { mayConnect }: SocketServerOptions,
  limits: Limits,
  polling: LongPolling,
): HubServer {
  const io: HubServer = new Server(http, {
    serveClient: false,
    // Where a network blocks WebSocket, long polling carries the same.
    transports: ['websocket', 'polling'],
    httpCompression: false,
    perMessageDeflate: false,
    maxHttpBufferSize: MAX_MESSAGE_BYTES,
    pingInterval: PING_INTERVAL_MS,
    pingTimeout: PING_TIMEOUT_MS,
    connectTimeout: limits.helloWithinMs,
    allowRequest: (request, decided) =>
      decided(null, mayConnect(request) && polling.mayOpen(request)),
  });
  polling.attach(io.engine);
  return io;
}
