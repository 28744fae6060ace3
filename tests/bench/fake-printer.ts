import { type AddressInfo, createServer, type Server } from 'node:net';

/** A fake printer that reads bytes as fast as they arrive, reports that it is ready, and records when the last one came. */
export interface FakePrinter {
  readonly port: number;
  /** When the next whole job was received, by `performance.now()`, and its bytes. */
  readonly nextJob: () => Promise<{ readonly at: number; readonly bytes: Buffer }>;
  readonly close: () => void;
}

const READY = 0x12;
const NOTHING_TO_TELL = 0x00;
/** `GS r 1`, which ends every job. */
const ARE_YOU_DONE = Buffer.from([0x1d, 0x72, 1]);
const MAX_QUERY_BYTES = 32;

export async function startFakePrinter(): Promise<FakePrinter> {
  let taken: (job: { at: number; bytes: Buffer }) => void = () => {};
  const server: Server = createServer((socket) => {
    let chunks: Buffer[] = [];
    socket.setNoDelay(true);
    socket.on('error', () => {});
    socket.on('data', (chunk) => {
      if (chunks.length === 0 && chunk.length <= MAX_QUERY_BYTES && chunk[0] === 0x10) {
        socket.write(Buffer.alloc(Math.floor(chunk.length / 3), READY));
        return;
      }
      chunks.push(chunk);
      if (!endsWith(chunks, ARE_YOU_DONE)) return;
      const at = performance.now();
      socket.write(Buffer.from([NOTHING_TO_TELL]));
      taken({ at, bytes: Buffer.concat(chunks) });
      chunks = [];
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    port: (server.address() as AddressInfo).port,
    nextJob: () =>
      new Promise((resolve) => {
        taken = resolve;
      }),
    close: () => server.close(),
  };
}

/** Whether the bytes end with this sequence, however they are split into chunks. */
function endsWith(chunks: readonly Buffer[], ending: Buffer): boolean {
  const tail = Buffer.concat(chunks.slice(-3));
  return tail.subarray(-ending.length).equals(ending);
}
