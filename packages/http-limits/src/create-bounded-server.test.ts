import { once } from 'node:events';
import { Agent, get, type RequestListener, type RequestOptions } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { type BoundedServer, createBoundedServer } from './create-bounded-server.ts';

const LIMITS = {
  connections: 200,
  connectionsPerAddress: 50,
  reservedConnections: 50,
  unansweredRequests: 2,
  waitingBytes: 1 << 20,
  headersTimeoutMs: 10_000,
};
const ONE = 'GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n';
const BIG = Buffer.alloc(256 << 10);

describe('a bounded server', () => {
  let bounded: BoundedServer;
  const sockets: Socket[] = [];
  afterEach(async () => {
    for (const socket of sockets.splice(0)) socket.destroy();
    bounded.server.closeAllConnections();
    bounded.server.close();
    await once(bounded.server, 'close');
  });

  async function listen(listener: RequestListener): Promise<number> {
    const log = { warn: () => undefined };
    bounded = createBoundedServer({ certificate: null, limits: LIMITS, log });
    bounded.server.on('request', listener);
    bounded.guardRequests();
    bounded.server.listen(0, '127.0.0.1');
    await once(bounded.server, 'listening');
    return (bounded.server.address() as AddressInfo).port;
  }
  /** Connects and never reads. */
  const takeNothing = async (port: number): Promise<Socket> => {
    const socket = connect(port, '127.0.0.1');
    sockets.push(socket);
    socket.on('error', () => undefined);
    await once(socket, 'connect');
    return socket.pause();
  };

  it('answers at most two pipelined requests, cuts the sender and frees its memory', async () => {
    let answered = 0;
    const port = await listen((_request, response) => {
      answered += 1;
      response.end(BIG);
    });
    const attacker = await takeNothing(port);
    attacker.write(ONE.repeat(9_000));

    await expect.poll(() => bounded.connections()).toBe(0);
    expect(answered).toBe(2);
    expect(bounded.waitingBytes()).toBe(0);
  });

  it('cuts the unknown clients with most unsent bytes once the total is too large', async () => {
    const port = await listen((_request, response) => void response.end(Buffer.alloc(8 << 20)));
    const deaf = await Promise.all(Array.from({ length: 6 }, () => takeNothing(port)));
    for (const each of deaf) each.write(ONE);

    await expect.poll(() => bounded.connections()).toBeLessThan(6);
    await expect.poll(() => bounded.waitingBytes()).toBeLessThanOrEqual(LIMITS.waitingBytes);
  });

  it('answers one request after another on one connection', async () => {
    const port = await listen((_request, response) => void response.end(BIG));
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    for (let n = 0; n < 20; n += 1) {
      expect(await lengthOf({ port, agent })).toBe(BIG.length);
    }
    expect(bounded.connections()).toBe(1);
    agent.destroy();
  });
});

/** The size of the whole answer in bytes. */
function lengthOf(options: RequestOptions): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = get(options, (answer) => {
      let bytes = 0;
      answer.on('data', (chunk: Buffer) => (bytes += chunk.length));
      answer.once('end', () => resolve(bytes));
    });
    asked.on('error', reject);
  });
}
