import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket as NetSocket } from 'node:net';
import type { Server, Socket } from 'socket.io';
import type { Limits } from '../../config.ts';
import { createTokenBuckets } from '../token-bucket.ts';
import { createSlowConsumerCheck, waitingIn } from './slow-consumer.ts';

type Engine = Server['engine'];
type EngineConnection = Socket['conn'];

/** Of one address; ten seconds' worth at once. Each opens a session that lives for seconds without a connection. */
const MAX_HANDSHAKES_PER_SECOND = 20;
/** So many checks, two seconds apart: by then a browser that can has changed to WebSocket. */
const CHECKS_UNTIL_BLOCKED = 5;

export interface LongPollingOptions {
  /** Whether a request may come from there (Host and Origin). */
  readonly mayConnect: (request: IncomingMessage) => boolean;
  /** Sessions at once, of unauthenticated clients and of all. */
  readonly maxSessions: { readonly ofUnidentified: number; readonly ofAll: number };
  readonly isKnown: (address: string) => boolean;
  /** Called with every socket of a known identity. */
  readonly recognize: (socket: NetSocket) => void;
}

/** For networks that block WebSocket: the same messages by HTTP, within the same limits. */
export interface LongPolling {
  /** Whether a handshake may open a session; by WebSocket it has a connection that counts. */
  readonly mayOpen: (request: IncomingMessage) => boolean;
  readonly attach: (engine: Engine) => void;
  /** Its identity is known, and so is that of every request of it. */
  readonly recognizeAll: (connection: EngineConnection) => void;
  /** Called periodically: whether it did not change to WebSocket, though it had the time. */
  readonly isWebSocketBlocked: (connection: EngineConnection) => boolean;
  /** Cuts a session for which more than `bytesAtMost` wait and which fetches nothing; returns whether it did. */
  readonly cutStalledPolling: (connection: EngineConnection, bytesAtMost: number) => boolean;
  /** Ends all sessions: what is in their requests is ignored. */
  readonly cutAll: () => void;
}

export function createLongPolling(options: LongPollingOptions): LongPolling {
  const { mayConnect, maxSessions, isKnown, recognize } = options;
  const mayOpenOneMore = createTokenBuckets(MAX_HANDSHAKES_PER_SECOND, () => performance.now());
  const sessions = new Map<string, EngineConnection>();
  const recognized = new WeakSet<EngineConnection>();
  const checks = new WeakMap<EngineConnection, number>();
  const flushed = new WeakSet<EngineConnection>();

  return {
    mayOpen(request) {
      if (transportOf(request) !== 'polling') return true;
      const address = request.socket.remoteAddress ?? '';
      const most = isKnown(address) ? maxSessions.ofAll : maxSessions.ofUnidentified;
      return sessions.size < most && mayOpenOneMore(address);
    },
    attach(engine) {
      engine.on('connection', (connection: EngineConnection) => {
        const { id } = connection as EngineConnection & { readonly id: string };
        sessions.set(id, connection);
        connection.on('flush', () => flushed.add(connection));
        connection.once('close', () => sessions.delete(id));
      });
      // Every request of a session is checked as its handshake was.
      engine.use((request: IncomingMessage, response: ServerResponse, next: () => void) => {
        if (transportOf(request) !== 'polling') return next();
        if (!mayConnect(request)) return void response.writeHead(403).end();
        const session = sessions.get(parametersOf(request).get('sid') ?? '');
        if (session !== undefined && recognized.has(session)) recognize(request.socket);
        next();
      });
    },
    recognizeAll: (connection) => void recognized.add(connection),
    isWebSocketBlocked(connection) {
      const count = isPolling(connection) ? (checks.get(connection) ?? 0) + 1 : 0;
      checks.set(connection, count);
      return count >= CHECKS_UNTIL_BLOCKED;
    },
    cutStalledPolling(connection, bytesAtMost) {
      const moved = flushed.delete(connection);
      if (!isPolling(connection) || moved || waitingIn(connection) <= bytesAtMost) return false;
      connection.close(true);
      return true;
    },
    cutAll() {
      for (const connection of sessions.values()) if (isPolling(connection)) connection.close(true);
    },
  };
}

/** Cuts a receiver that hardly reads, by either transport; less may wait for unauthenticated ones. Returns whether it did. */
export function createSlowConsumerCut(
  limits: Pick<Limits, 'outgoingBytes' | 'outgoingBytesOfStrangers'>,
  polling: Pick<LongPolling, 'cutStalledPolling'>,
): (connection: EngineConnection, socket: NetSocket, isUnidentified: boolean) => boolean {
  const cutKnown = createSlowConsumerCheck(limits.outgoingBytes);
  const cutUnidentified = createSlowConsumerCheck(limits.outgoingBytesOfStrangers);
  return (connection, socket, isUnidentified) => {
    if (isPolling(connection))
      return polling.cutStalledPolling(
        connection,
        isUnidentified ? limits.outgoingBytesOfStrangers : limits.outgoingBytes,
      );
    return (isUnidentified ? cutUnidentified : cutKnown)(connection, socket);
  };
}

function isPolling({ transport }: EngineConnection): boolean {
  return transport.name === 'polling';
}

function transportOf(request: IncomingMessage): string | null {
  return parametersOf(request).get('transport');
}

function parametersOf({ url = '' }: IncomingMessage): URLSearchParams {
  const at = url.indexOf('?');
  return new URLSearchParams(at === -1 ? '' : url.slice(at));
}
