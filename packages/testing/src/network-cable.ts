import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import type { SeededRandom } from '@motcua/domain';

/** A proxy between a client and a hub on this machine that simulates network faults. */
export interface NetworkCable {
  readonly url: string;
  /** The number of open connections. */
  readonly connections: () => number;
  /** Resets one connection, if there is any. */
  readonly cutOne: (random: SeededRandom) => void;
  /** Resets every connection and accepts no new one. */
  readonly unplug: () => void;
  /** Requests still reach the hub; its answers are dropped. */
  readonly loseAnswers: () => void;
  /** Requests for WebSocket are refused, or never answered, as by some proxies and antivirus programs; others pass. */
  readonly blockWebSocket: (how: 'refused' | 'swallowed') => void;
  /** Ends all faults for new connections; connections that lost an answer are reset. */
  readonly plugIn: () => void;
  readonly close: () => Promise<void>;
}

const REFUSED = 'HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n';

/** Starts a proxy to `port` of this machine; clients connect to its `url`. */
export async function layNetworkCable(port: number): Promise<NetworkCable> {
  const open = new Set<Socket>();
  let state: 'whole' | 'unplugged' | 'losing-answers' | 'refused' | 'swallowed' = 'whole';

  const breakOff = (): void => {
    for (const near of open) near.destroy();
  };
  // Without Nagle's algorithm, so that nothing is delayed.
  const server = createServer({ noDelay: true }, (near) => {
    if (state === 'unplugged') return void near.destroy();
    const far = connect({ port, host: '127.0.0.1', noDelay: true });
    open.add(near);
    near.once('close', () => {
      open.delete(near);
      far.destroy();
    });
    far.once('close', () => near.destroy());
    near.on('error', () => undefined);
    far.on('error', () => undefined);
    near.on('data', (chunk: Buffer) => {
      const isBlocked =
        (state === 'refused' || state === 'swallowed') &&
        /^upgrade: *websocket/im.test(chunk.toString('latin1'));
      if (!isBlocked) far.write(chunk);
      else if (state === 'refused') near.end(REFUSED);
    });
    far.on('data', (chunk) => {
      if (state !== 'losing-answers') near.write(chunk);
    });
  });

  return {
    url: `http://127.0.0.1:${await listen(server)}`,
    connections: () => open.size,
    cutOne(random) {
      if (open.size > 0) random.pick([...open]).destroy();
    },
    unplug() {
      state = 'unplugged';
      breakOff();
    },
    loseAnswers() {
      state = 'losing-answers';
    },
    blockWebSocket(how) {
      state = how;
      breakOff();
    },
    plugIn() {
      if (state === 'losing-answers') breakOff();
      state = 'whole';
    },
    async close() {
      breakOff();
      server.close();
      await once(server, 'close');
    },
  };
}

async function listen(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('Not listening');
  return address.port;
}
