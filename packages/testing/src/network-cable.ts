import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import type { SeededRandom } from '@motcua/domain';

/** The cable between a client and a hub on this machine, which can be pulled out and chewed on. */
export interface NetworkCable {
  readonly url: string;
  /** Connections that go through it now. */
  readonly connections: () => number;
  /** Breaks one connection off, if there is one. */
  readonly cutOne: (random: SeededRandom) => void;
  /** Breaks every connection off and lets nobody through. */
  readonly unplug: () => void;
  /** What is sent to the hub still arrives; what the hub answers does not. */
  readonly loseAnswers: () => void;
  /** What asks for WebSocket is refused, or never answered, as some proxies and antivirus programs do; the rest passes. */
  readonly blockWebSocket: (how: 'refused' | 'swallowed') => void;
  /** Whole again for whoever connects from now on; what lost an answer is broken off. */
  readonly plugIn: () => void;
  readonly close: () => Promise<void>;
}

const REFUSED = 'HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n';

/** Lays a cable to `port` of this machine; clients connect to its `url`. */
export async function layNetworkCable(port: number): Promise<NetworkCable> {
  const open = new Set<Socket>();
  let state: 'whole' | 'unplugged' | 'losing-answers' | 'refused' | 'swallowed' = 'whole';

  const breakOff = (): void => {
    for (const near of open) near.destroy();
  };
  // A cable keeps nothing back to send it together with what comes later.
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
