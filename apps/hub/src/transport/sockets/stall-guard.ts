import type { Server as HttpServer } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Interceptor } from '../../engine/interceptor.ts';
import { PING_INTERVAL_MS, PING_TIMEOUT_MS } from './socket-server.ts';

/** By then every client has hung up. */
export const DISCONNECTED_AFTER_MS = PING_INTERVAL_MS + PING_TIMEOUT_MS;
const CHECK_INTERVAL_MS = 1_000;

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
  onStall: (stalledMs: number) => void,
  uptimeMs: () => number = () => performance.now(),
): StallGuard {
  const connections = new Set<Duplex>();
  const upgraded = (_request: unknown, connection: Duplex): void => {
    connections.add(connection);
    connection.once('close', () => connections.delete(connection));
  };
  server.on('upgrade', upgraded);
  let checkedAt = uptimeMs();

  /** Whether it stalled; called before anything that has arrived since is read. */
  function check(): boolean {
    const stalledMs = uptimeMs() - checkedAt;
    checkedAt += stalledMs;
    if (stalledMs < DISCONNECTED_AFTER_MS) return false;
    for (const connection of connections) connection.destroy();
    onStall(stalledMs);
    return true;
  }
  const timer = setInterval(check, CHECK_INTERVAL_MS);

  return {
    intercept:
      (next) =>
      (...command) => {
        if (!check()) next(...command);
      },
    stop() {
      clearInterval(timer);
      server.off('upgrade', upgraded);
    },
  };
}
