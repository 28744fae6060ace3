import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:net';

const LOWEST = 20_000;
/** Ephemeral ports start above it, and above the offsets that may be requested. */
const HIGHEST = 31_000;
const TRIES = 200;

/**
 * A port that is free on this machine, together with those at the given offsets above it. They are outside of the
 * ephemeral range, so they stay free until they are used, and while a hub is restarted on its port.
 */
export async function freePort(above: readonly number[] = []): Promise<number> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const port = randomInt(LOWEST, HIGHEST);
    if (await areFree([port, ...above.map((more) => port + more)])) return port;
  }
  throw new Error(`No port between ${LOWEST} and ${HIGHEST} is free`);
}

async function areFree(ports: readonly number[]): Promise<boolean> {
  const held: Server[] = [];
  try {
    for (const port of ports) {
      const server = createServer().listen(port, '127.0.0.1');
      await once(server, 'listening');
      held.push(server);
    }
    return true;
  } catch {
    return false;
  } finally {
    for (const server of held) {
      server.close();
      await once(server, 'close');
    }
  }
}
