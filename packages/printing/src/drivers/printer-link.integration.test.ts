import { createServer, type Socket } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openPrinterLink, type PrinterLink } from './printer-link.ts';

/** More than the network buffers of both sides can hold. */
const LARGE = new Uint8Array(32 << 20);

async function linkTo(printer: (socket: Socket) => void): Promise<PrinterLink> {
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    sockets.push(socket);
    socket.on('error', () => undefined);
    printer(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('Not listening');
  return openPrinterLink('127.0.0.1', address.port, 1500);
}

describe('a printer that answers nothing', () => {
  it('and reads nothing was given no slip', async () => {
    const link = await linkTo((socket) => socket.pause());
    link.send(LARGE);
    await expect(link.finish(10, 200)).rejects.toMatchObject({ fault: 'no-answer' });
  });

  it('and is slow gets all of it, however short the answer timeout', async () => {
    let taken = 0;
    const link = await linkTo((socket) => {
      socket.on('data', ({ length }) => {
        taken += length;
        socket.pause();
        setImmediate(() => socket.resume());
      });
    });
    link.send(LARGE);
    await link.finish(1, 60_000);
    await expect.poll(() => taken).toBe(LARGE.length);
  });
});
