import type { IncomingMessage, Server as HttpServer } from 'node:http';
import { refuse, type Result } from '@motcua/domain';
import type { Change, ClientToHub, HubToClient, Role, Seq, Welcome } from '@motcua/protocol';
import { parseCommand, parseHello } from '@motcua/protocol/parse';
import { Server, type Socket } from 'socket.io';
import type { Hub } from '../hub.ts';
import type { Identity } from '../hub-command.ts';
import { forRole, loadsOf, TOLD_LOADS } from './audience.ts';
import { createBucket } from './bucket.ts';
import { welcome, whyNotRole } from './welcome.ts';

interface Known {
  role?: Role;
  identity?: Identity;
}
type Answer = (result: Result<readonly Change[]>) => void;
type HubSocket = Socket<ClientToHub, HubToClient, Record<string, never>, Known>;

export interface SocketServerOptions {
  readonly hub: Hub;
  /** Who is behind a handshake; reads the session cookie and the device's token. */
  readonly identify: (credentials: {
    readonly cookieHeader: string | undefined;
    readonly deviceToken: string | null;
  }) => Identity;
  /** Whether a handshake may come from there (Host and Origin). */
  readonly mayConnect: (request: IncomingMessage) => boolean;
  /** Commands a second that one connection may send in the long run. */
  readonly commandsPerSecond: number;
}

/** How often kiosks are told how many wait, at most. */
const LOADS_EVERY_MS = 100;
const LARGEST_MESSAGE_BYTES = 65_536;

/** Wiring only. If this file grows an `if` about tickets, the `if` belongs in a use case. */
export function createSocketServer(http: HttpServer, options: SocketServerOptions) {
  const { hub, identify, mayConnect, commandsPerSecond } = options;
  const io = new Server<ClientToHub, HubToClient, Record<string, never>, Known>(http, {
    serveClient: false,
    transports: ['websocket'],
    perMessageDeflate: false,
    maxHttpBufferSize: LARGEST_MESSAGE_BYTES,
    pingInterval: 3_000,
    pingTimeout: 4_000,
    allowRequest: (request, decided) => decided(null, mayConnect(request)),
  });

  io.on('connection', (socket) => {
    const takeCommand = createBucket(commandsPerSecond, () => performance.now());

    // A stranger may leave out what the types promise, the answer too.
    socket.on('hello', (message: unknown, answer: ((welcome: Welcome) => void) | undefined) => {
      if (typeof answer !== 'function') return;
      const hello = parseHello(message);
      if (!hello.ok) return answer({ type: 'turned-away', reason: 'malformed' });
      const { role, deviceToken } = hello.value;
      const cookieHeader = socket.handshake.headers.cookie;
      const identity = identify({ cookieHeader, deviceToken });
      const welcomed = welcome(hub, hello.value, identity);
      leaveRooms(socket);
      if (welcomed.type !== 'turned-away') {
        socket.data = { role, identity };
        void socket.join(role);
      }
      answer(welcomed);
    });

    socket.on('command', (message: unknown, reply: Answer | undefined) => {
      if (typeof reply !== 'function') return;
      if (!takeCommand()) return reply(refuse('too-many-requests'));
      const { identity } = socket.data;
      if (identity === undefined) return reply(refuse('sign-in-first'));
      const command = parseCommand(message);
      if (!command.ok) return reply(command);
      hub.submit(command.value, current(hub, identity), null, reply);
    });
  });

  const sentTo = new Map<Role, Seq>();
  const loads = createLoadTeller(() => tell('kiosk', []));

  function tell(role: Role, changes: readonly Change[]): void {
    const { seq } = hub.state;
    io.to(role).emit('changes', {
      from: sentTo.get(role) ?? 0,
      to: seq,
      at: hub.now(),
      changes,
      loads: TOLD_LOADS.has(role) ? loadsOf(hub.state) : null,
    });
    sentTo.set(role, seq);
  }

  hub.onCommitted((changes) => {
    for (const role of ['counter', 'display', 'admin', 'kiosk'] as const) {
      const heard = forRole(role, changes);
      if (heard.length > 0) tell(role, heard);
    }
    loads.changed();
    turnAwayWhoLostTheRight(changes);
  });

  function turnAwayWhoLostTheRight(changes: readonly Change[]): void {
    if (!changes.some(({ type }) => type === 'device-changed' || type === 'person-changed')) return;
    for (const socket of io.sockets.sockets.values()) {
      const { role, identity } = socket.data;
      if (role === undefined || identity === undefined) continue;
      const reason = whyNotRole(role, current(hub, identity));
      if (reason !== null) turnAway(socket, reason);
    }
  }

  return {
    /** Turns away the connections of somebody who signed out. */
    signedOut(personId: Identity['personId']): void {
      for (const socket of io.sockets.sockets.values())
        if (personId !== null && socket.data.identity?.personId === personId)
          turnAway(socket, 'sign-in-first');
    },
    close: async (): Promise<void> => {
      loads.stop();
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
    deviceId,
    deviceRole: device === undefined || device.revoked ? null : device.role,
    personId,
    personRole: person?.active === true ? person.role : null,
  };
}

function turnAway(socket: HubSocket, reason: Parameters<HubToClient['turned-away']>[0]): void {
  socket.emit('turned-away', reason);
  leaveRooms(socket);
}

function leaveRooms(socket: HubSocket): void {
  for (const room of socket.rooms) if (room !== socket.id) void socket.leave(room);
  socket.data = {};
}

/** Tells at once, then at most every `LOADS_EVERY_MS`, and never leaves the last change untold. */
function createLoadTeller(tell: () => void) {
  let timer: NodeJS.Timeout | null = null;
  let dirty = false;
  const due = () => {
    timer = null;
    if (!dirty) return;
    dirty = false;
    timer = setTimeout(due, LOADS_EVERY_MS);
    tell();
  };
  return {
    changed(): void {
      dirty = true;
      if (timer === null) due();
    },
    stop(): void {
      if (timer !== null) clearTimeout(timer);
    },
  };
}
