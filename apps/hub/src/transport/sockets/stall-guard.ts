import type { Server as HttpServer } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Interceptor } from '../../engine/interceptor.ts';
import { PING_INTERVAL_MS, PING_TIMEOUT_MS } from './socket-server.ts';

/** By then every client has hung up. */
export const DISCONNECTED_AFTER_MS = PING_INTERVAL_MS + PING_TIMEOUT_MS;
const LOOK_EVERY_MS = 1_000;

export interface StallGuard {
  /** Drops commands from before a long stall. */
  readonly intercept: Interceptor;
  readonly stop: () => void;
}

/**
 * Cuts every live connection when this process stood still for longer than clients wait. Commands that lie on them unread
 * were reported as failed: executed now, they would surprise. A client that still wants them repeats them with the same id.
 */
export function createStallGuard(
  server: Pick<HttpServer, 'on' | 'off'>,
  onStall: (sleptMs: number) => void,
  uptimeMs: () => number = () => performance.now(),
): StallGuard {
  const connections = new Set<Duplex>();
  const upgraded = (_request: unknown, connection: Duplex): void => {
    connections.add(connection);
    connection.once('close', () => connections.delete(connection));
  };
  server.on('upgrade', upgraded);
  let lookedAt = uptimeMs();

  /** Whether it stalled; called before anything that has arrived since is read. */
  function look(): boolean {
    const sleptMs = uptimeMs() - lookedAt;
    lookedAt += sleptMs;
    if (sleptMs < DISCONNECTED_AFTER_MS) return false;
    for (const connection of connections) connection.destroy();
    onStall(sleptMs);
    return true;
  }
  const looking = setInterval(look, LOOK_EVERY_MS);

  return {
    intercept:
      (next) =>
      (...command) => {
        if (!look()) next(...command);
      },
    stop() {
      clearInterval(looking);
      server.off('upgrade', upgraded);
    },
  };
}
