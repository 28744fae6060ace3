import { createServer as createHttpServer, type RequestListener, type Server } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { Socket } from 'node:net';
import type { Limits } from '../config.ts';
import type { Log } from '../log.ts';
import type { ServerCertificate } from '../tls/certificate-files.ts';
import { isLoopback } from './door.ts';

const LARGEST_HEADERS_BYTES = 16_384;
const LONGEST_REQUEST_MS = 30_000;
const IDLE_MS = 10_000;
const LOOKED_AFTER_EVERY_MS = 1_000;
const TOLD_AT_MOST_EVERY_MS = 60_000;

export interface ServerOptions {
  /** Null: plain HTTP. */
  readonly certificate: Pick<ServerCertificate, 'cert' | 'key'> | null;
  readonly limits: Limits;
  readonly log: Log;
}

/** A server that nobody can hold up by being slow, and that one machine cannot fill. */
export function createServer(listener: RequestListener, options: ServerOptions): Server {
  const { certificate, limits, log } = options;
  const patience = {
    maxHeaderSize: LARGEST_HEADERS_BYTES,
    headersTimeout: limits.headersWithinMs,
    requestTimeout: LONGEST_REQUEST_MS,
    keepAliveTimeout: IDLE_MS,
    connectionsCheckingInterval: LOOKED_AFTER_EVERY_MS,
  };
  const server =
    certificate === null
      ? createHttpServer(patience, listener)
      : // Sound: what fastify and socket.io use of a server, both kinds have.
        (createHttpsServer(
          {
            ...patience,
            cert: certificate.cert,
            key: certificate.key,
            minVersion: 'TLSv1.2',
            handshakeTimeout: limits.headersWithinMs,
          },
          listener,
        ) as unknown as Server);
  limitConnections(server, limits, log);
  return server;
}

/** Beyond the bounds a new connection is cut at once; those that are there stay. */
function limitConnections(
  server: Server,
  { connections, connectionsOfOneAddress }: Limits,
  log: Log,
): void {
  const byAddress = new Map<string, number>();
  let all = 0;
  let toldAt = -TOLD_AT_MOST_EVERY_MS;

  server.on('connection', (socket: Socket) => {
    const address = socket.remoteAddress ?? '';
    const ofThis = byAddress.get(address) ?? 0;
    // On this machine itself a proxy may speak for the whole house.
    const tooMany = ofThis >= connectionsOfOneAddress && !isLoopback(address);
    if (all >= connections || tooMany) {
      const now = performance.now();
      if (now - toldAt >= TOLD_AT_MOST_EVERY_MS) {
        toldAt = now;
        log.warn({ address, ofThis, all }, 'too many connections');
      }
      return void socket.destroy();
    }
    all += 1;
    byAddress.set(address, ofThis + 1);
    socket.once('close', () => {
      all -= 1;
      const left = (byAddress.get(address) ?? 1) - 1;
      if (left === 0) byAddress.delete(address);
      else byAddress.set(address, left);
    });
  });
}
