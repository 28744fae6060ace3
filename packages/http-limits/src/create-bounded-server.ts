import { createServer as createHttpServer, type Server } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { Socket } from 'node:net';
import {
  type Connection,
  type ConnectionLimits,
  createConnectionTable,
} from './connection-table.ts';
import { cutGreediest, limitRequests, type RequestLimits, waitingFor } from './limit-requests.ts';

const MAX_HEADER_BYTES = 16_384;
const REQUEST_TIMEOUT_MS = 30_000;
const KEEP_ALIVE_TIMEOUT_MS = 10_000;
/** A connection without any traffic, also one whose client does not read its answer, is closed after this time. */
const STALLED_TIMEOUT_MS = 60_000;
const CHECK_INTERVAL_MS = 1_000;
const WARN_INTERVAL_MS = 60_000;

export type ServerLimits = ConnectionLimits & RequestLimits & { readonly headersTimeoutMs: number };

export interface BoundedServerOptions {
  /** Null: plain HTTP. */
  readonly certificate: { readonly cert: string; readonly key: string } | null;
  readonly limits: ServerLimits;
  /** Shaped like pino's. */
  readonly log: { readonly warn: (detail: object, message: string) => void };
}

export interface BoundedServer {
  readonly server: Server;
  /** Limits requests too. Call it once every listener is attached, before listening. */
  readonly guardRequests: () => void;
  /** The client of this socket is known; see `ConnectionTable`. */
  readonly recognize: (socket: Socket) => void;
  readonly isKnown: (address: string) => boolean;
  readonly connections: () => number;
  /** Bytes in memory that clients have not read yet. */
  readonly waitingBytes: () => number;
}

/** A server that slow clients cannot block and that unknown clients cannot fill. */
export function createBoundedServer({
  certificate,
  limits,
  log,
}: BoundedServerOptions): BoundedServer {
  const timeouts = {
    maxHeaderSize: MAX_HEADER_BYTES,
    headersTimeout: limits.headersTimeoutMs,
    requestTimeout: REQUEST_TIMEOUT_MS,
    keepAliveTimeout: KEEP_ALIVE_TIMEOUT_MS,
    connectionsCheckingInterval: CHECK_INTERVAL_MS,
  };
  const server =
    certificate === null
      ? createHttpServer(timeouts)
      : // Sound: what fastify and socket.io use of a server, both kinds have.
        (createHttpsServer({
          ...timeouts,
          cert: certificate.cert,
          key: certificate.key,
          minVersion: 'TLSv1.2',
          handshakeTimeout: limits.headersTimeoutMs,
        }) as unknown as Server);
  server.timeout = STALLED_TIMEOUT_MS;

  const table = createConnectionTable(limits);
  const warn = createRareWarning(log);
  server.on('connection', (socket: Socket) => {
    if (table.admit(socket) !== null) return;
    warn({ address: socket.remoteAddress, all: table.size() }, 'too many connections');
    socket.destroy();
  });
  server.on('secureConnection', (stream: Socket) => {
    const connection = table.find(stream);
    if (connection !== undefined) connection.stream = stream;
  });
  server.on('upgrade', ({ socket }) => {
    const connection = table.find(socket);
    if (connection !== undefined) connection.isUpgraded = true;
  });
  const checking = setInterval(() => {
    const cut = cutGreediest(table, limits.waitingBytes);
    if (cut > 0) warn({ cut }, 'receivers that take nothing are cut');
  }, CHECK_INTERVAL_MS);
  checking.unref();
  server.once('close', () => clearInterval(checking));

  return {
    server,
    guardRequests: () =>
      limitRequests(server, table, limits, ({ address }: Connection) =>
        warn({ address }, 'asks on without taking its answers: cut'),
      ),
    recognize: table.recognize,
    isKnown: table.isKnown,
    connections: table.size,
    waitingBytes: () => [...table.all()].reduce((sum, each) => sum + waitingFor(each), 0),
  };
}

/** Often enough to be noticed, too rarely to fill a disk. */
function createRareWarning(log: BoundedServerOptions['log']): BoundedServerOptions['log']['warn'] {
  const warnedAt = new Map<string, number>();
  return (detail, message) => {
    const now = performance.now();
    if (now - (warnedAt.get(message) ?? -Infinity) < WARN_INTERVAL_MS) return;
    warnedAt.set(message, now);
    log.warn(detail, message);
  };
}
