import { connect, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startThermalPrinter, type ThermalPrinter } from './start-thermal-printer.ts';
import { drawQr } from './typewriter.ts';

let printer: ThermalPrinter;
let sender: Socket;

beforeEach(async () => {
  printer = await startThermalPrinter({ widthDots: 384 });
  sender = await dial();
});
afterEach(async () => {
  sender.destroy();
  await printer.close();
});

async function dial(): Promise<Socket> {
  const socket = connect(printer.port, '127.0.0.1');
  socket.on('error', () => undefined);
  await new Promise((resolve) => socket.once('connect', resolve));
  return socket;
}

/** The next bytes that the printer sends. */
const receive = (count: number) =>
  new Promise<readonly number[]>((resolve) => {
    const received: number[] = [];
    const listen = (bytes: Buffer) => {
      received.push(...bytes);
      if (received.length < count) return;
      sender.off('data', listen);
      resolve(received);
    };
    sender.on('data', listen);
  });

const ask = (...bytes: readonly number[]) => {
  const answer = receive(1);
  sender.write(Uint8Array.from(bytes));
  return answer;
};

/** Sends and waits until everything is processed. */
const print = (...parts: readonly (string | readonly number[] | Uint8Array)[]) => {
  const answer = receive(1);
  const fence = [0x1d, 0x72, 1];
  sender.write(Buffer.concat([...parts, fence].map((part) => Buffer.from(part))));
  return answer;
};

const at = (path: string) => `http://127.0.0.1:${printer.httpPort}${path}`;
const CUT = [0x1d, 0x56, 66, 0];

/** A picture of black lines, as wide as the paper. */
const black = (lines: number) =>
  Uint8Array.of(0x1d, 0x76, 0x30, 0, 48, 0, lines, 0, ...new Uint8Array(48 * lines).fill(0xff));

describe('the printer', () => {
  it.each([
    [{}, [0x12, 0x12, 0x12, 0x12], 0x00],
    [{ paper: 'near-end' }, [0x12, 0x12, 0x12, 0x1e], 0x03],
  ] as const)('answers status queries about %j', async (state, realTime, inOrder) => {
    printer.setState(state);
    for (const [index, byte] of realTime.entries())
      expect(await ask(0x10, 4, index + 1)).toEqual([byte]);
    expect(await ask(0x1d, 0x72, 1)).toEqual([inOrder]);
    expect(await ask(0x1d, 0x72, 2)).toEqual([0]);
  });

  it.each([
    [{ paper: 'out' }, [0x1a, 0x32, 0x12, 0x7e]],
    [{ cover: 'open' }, [0x1a, 0x16, 0x12, 0x12]],
  ] as const)('answers in real time why it has stopped: %j', async (state, realTime) => {
    printer.setState(state);
    sender.write(Buffer.from('waits in the buffer\n'));
    for (const [index, byte] of realTime.entries())
      expect(await ask(0x10, 4, index + 1)).toEqual([byte]);
    expect(printer.slips()).toHaveLength(0);
  });

  it('continues with its buffer when there is paper again', async () => {
    printer.setState({ paper: 'out' });
    const done = print(black(10), CUT);
    printer.setState({ paper: 'ok' });
    expect(await done).toEqual([0]);
    expect(printer.slips()).toMatchObject([{ cut: true, heightDots: 10 }]);
  });

  it('sends automatic status when it is enabled', async () => {
    const first = receive(4);
    sender.write(Uint8Array.of(0x1d, 0x61, 0xff));
    expect(await first).toEqual([0x10, 0, 0, 0x0f]);
    const second = receive(4);
    printer.setState({ paper: 'out' });
    expect(await second).toEqual([0x18, 0, 0x0f, 0x0f]);
  });

  it('draws plain text line by line, however it is split', async () => {
    await print([0x1b, 0x40], 'So thu tu 21\n', CUT);
    for (const letter of 'So thu tu 21\n') {
      sender.write(letter);
      await ask(0x1d, 0x72, 2);
    }
    await print(CUT);
    const [whole, split] = printer.slips();
    expect(whole?.heightDots).toBe(30);
    expect(whole?.bits.some((byte) => byte !== 0)).toBe(true);
    expect(split?.bits).toEqual(whole?.bits);
  });

  it('draws a QR code natively and reads it back', async () => {
    const url = 'https://example.vn/f/21';
    const store = [0x1d, 0x28, 0x6b, url.length + 3, 0, 0x31, 0x50, 0x30];
    const module = [0x1d, 0x28, 0x6b, 3, 0, 0x31, 0x43, 6];
    await print(module, store, url, [0x1d, 0x28, 0x6b, 3, 0, 0x31, 0x51, 0x30], CUT);
    expect(await printer.slips()[0]?.qr()).toBe(url);
  });

  it('reads a code out of a picture', async () => {
    const code = drawQr(Buffer.from('Số A009'), 6, 'M');
    const rowBytes = Math.ceil(code.widthDots / 8);
    const header = [0x1d, 0x76, 0x30, 0, rowBytes, 0, code.rows.length, 0];
    await print([0x1b, 0x61, 1, 0x1b, 0x4a, 40], header, ...code.rows, [0x1b, 0x4a, 40], CUT);
    expect(await printer.slips()[0]?.qr()).toBe('Số A009');
  });

  it('shows an aborted job, and nothing of one that drew nothing', async () => {
    await print([0x1b, 0x40, 0x1b, 0x64, 9]);
    sender.destroy();
    sender = await dial();
    await print(black(20));
    sender.destroy();
    await expect.poll(() => printer.slips().length).toBe(1);
    expect(printer.slips()).toMatchObject([{ cut: false, heightDots: 20 }]);
  });

  it('survives noise and prints the next job', async () => {
    const noise = Uint8Array.from({ length: 5000 }, (_, index) => (index * 7919 + 13) & 0xff);
    sender.end(noise);
    await new Promise((resolve) => sender.once('close', resolve));
    sender = await dial();
    await print([0x1b, 0x40], black(5), CUT);
    expect(printer.slips().at(-1)).toMatchObject({ cut: true, heightDots: 5 });
  });

  it('clears its buffer on command', async () => {
    printer.setState({ paper: 'out' });
    sender.write(black(10));
    sender.write(Uint8Array.of(0x10, 0x14, 8, 1, 3, 20, 1, 6, 2, 8));
    await ask(0x10, 4, 1);
    printer.setState({ paper: 'ok' });
    await print(CUT);
    expect(printer.slips()).toHaveLength(0);
  });
});

describe('the paper over HTTP', () => {
  const list = async (): Promise<unknown> => (await fetch(at('/slips'))).json();

  it('is listed, and served as picture and as bytes', async () => {
    await print([0x1b, 0x40], black(16), CUT);
    expect(await list()).toMatchObject([
      { id: 1, widthDots: 384, heightDots: 16, cut: true, qr: null },
    ]);
    const png = Buffer.from(await (await fetch(at('/slips/1.png'))).arrayBuffer());
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([384, 16]);
    const bytes = Buffer.from(await (await fetch(at('/slips/1.bin'))).arrayBuffer());
    expect(bytes.subarray(0, 2)).toEqual(Buffer.from([0x1b, 0x40]));
    expect(bytes.length).toBe(2 + 8 + 48 * 16 + 4);
  });

  it.each(['/slips/99.png', '/slips/1.gif', '/slips/..%2f..%2fpackage.json'])(
    'is not found at %s',
    async (path) => {
      expect((await fetch(at(path))).status).toBe(404);
    },
  );

  const post = (body: string) =>
    fetch(at('/state'), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });

  it('runs out on request', async () => {
    const answer = await post(JSON.stringify({ paper: 'out', behaviour: 'slow' }));
    expect(await answer.json()).toMatchObject({ paper: 'out', behaviour: 'slow', cover: 'closed' });
    expect(printer.state()).toMatchObject({ paper: 'out', behaviour: 'slow' });
  });

  it.each(['{"paper":"none"}', '{"papers":"ok"}', '{"paperLeftDots":-1}', '[]', 'null', '{'])(
    'refuses %s and says why',
    async (body) => {
      const answer = await post(body);
      expect(answer.status).toBe(400);
      expect(await answer.text()).toMatch(/\w/);
      expect(printer.state().paper).toBe('ok');
    },
  );

  it('is pushed as an event', async () => {
    const answer = await fetch(at('/events'));
    const reader = answer.body?.getReader();
    await reader?.read();
    await print(black(16), CUT);
    const { value } = (await reader?.read()) ?? {};
    expect(new TextDecoder().decode(value)).toMatch(/^event: slip\ndata: {"id":1,/);
    await reader?.cancel();
  });

  it('has a page without scripts or styles of its own in the markup', async () => {
    const answer = await fetch(at('/'));
    expect(answer.headers.get('content-security-policy')).toContain("script-src 'self'");
    const page = await answer.text();
    expect(page).not.toMatch(/<script(?![^>]*src=)|<style|\son\w+=|\sstyle=/);
    for (const [, file] of page.matchAll(/(?:src|href)="([\w.]+)"/g))
      expect((await fetch(at(`/${file}`))).status).toBe(200);
  });
});

describe('starting', () => {
  it('fails when the port is taken, and leaves nothing open', async () => {
    const { port } = printer;
    await expect(startThermalPrinter({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
    await expect(startThermalPrinter({ httpPort: port })).rejects.toMatchObject({
      code: 'EADDRINUSE',
    });
  });

  it('keeps only the newest slips', async () => {
    const small = await startThermalPrinter({ widthDots: 384, keepSlips: 2 });
    sender.destroy();
    sender = connect(small.port, '127.0.0.1');
    for (let index = 0; index < 3; index += 1) await print(black(8), CUT);
    expect(small.slips().map(({ id }) => id)).toEqual([2, 3]);
    await small.close();
  });
});
