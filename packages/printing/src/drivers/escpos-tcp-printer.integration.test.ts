import { createServer, type Server, type Socket } from 'node:net';
import { startThermalPrinter, type ThermalPrinter } from '@motcua/thermal-printer-simulator';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { type Bitmap, PrinterError } from '../printer.ts';
import { createEscposTcpPrinter, type PrinterTimeouts } from './escpos-tcp-printer.ts';

let simulator: ThermalPrinter;

beforeEach(async () => {
  simulator = await startThermalPrinter();
});
afterEach(() => simulator.close());

/** Every seventh dot is black: 600 lines, three bands. */
const aSlip = (heightDots = 600): Bitmap => ({
  widthDots: 576,
  heightDots,
  bits: Uint8Array.from({ length: 72 * heightDots }, (_, at) => (at % 7 === 0 ? 0x81 : 0)),
});

const QUICK = { askEveryMs: 30, mechanicsMs: 600, busyMs: 60, busyEveryMs: 20 } as const;
const aPrinter = (timeouts: Partial<PrinterTimeouts> = {}, port = simulator.port) =>
  createEscposTcpPrinter({ host: '127.0.0.1', port, timeouts: { ...QUICK, ...timeouts } });

const READY = { status: 'ready', proof: 'proved' } as const;

const faultOf = (print: Promise<unknown>) =>
  print.then(
    () => 'printed',
    (cause: unknown) => (cause instanceof PrinterError ? cause.fault : cause),
  );

/** A fake printer with the given behaviour. */
async function startFake(onConnection: (socket: Socket) => void): Promise<number> {
  const server: Server = createServer((socket) => {
    socket.on('error', () => undefined);
    onConnection(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('Not listening');
  return address.port;
}

describe('a printer that works', () => {
  it('prints the picture dot by dot and cuts', async () => {
    const slip = aSlip();
    expect(await aPrinter().print(slip)).toEqual(READY);
    const [printed] = simulator.slips();
    expect(printed).toMatchObject({ widthDots: 576, cut: true });
    const top = printed?.bits.subarray(0, slip.bits.length) ?? new Uint8Array();
    expect(Buffer.compare(top, slip.bits)).toBe(0);
  });

  it('keeps the order of slips and prints each once', async () => {
    const printer = aPrinter();
    await Promise.all([300, 400, 500].map((height) => printer.print(aSlip(height))));
    const feed = 120;
    expect(simulator.slips().map(({ heightDots }) => heightDots - feed)).toEqual([300, 400, 500]);
  });

  it('lets another sender have its turn', async () => {
    await Promise.all([aPrinter().print(aSlip()), aPrinter().print(aSlip())]);
    expect(simulator.slips()).toHaveLength(2);
  });

  it('ends every connection it opened', async () => {
    const printer = aPrinter();
    await printer.print(aSlip());
    await printer.status();
    await printer.status();
    await expect.poll(() => simulator.openConnections()).toBe(0);
  });

  it('reports that it is ready', async () => {
    expect(await aPrinter().status()).toBe('ready');
  });

  it('is waited for when it is slow', async () => {
    simulator.setState({ behaviour: 'slow' });
    expect(await aPrinter().print(aSlip(100))).toEqual(READY);
    expect(simulator.slips()).toHaveLength(1);
  });
});

describe('a prepared connection', () => {
  it('is used by the next slip', async () => {
    const printer = aPrinter();
    printer.prepare?.();
    printer.prepare?.();
    expect(await printer.print(aSlip())).toEqual(READY);
    expect(simulator.slips()).toHaveLength(1);
  });

  it('is closed when no slip follows', async () => {
    const seen: string[] = [];
    const port = await startFake((socket) => {
      seen.push('opened');
      socket.on('data', () => socket.write(Uint8Array.of(0x12, 0x12, 0x12)));
      socket.on('end', () => seen.push('ended'));
    });
    aPrinter({ keepMs: 20, statusMs: 60 }, port).prepare?.();
    await expect.poll(() => seen).toEqual(['opened', 'ended']);
  });

  it('is replaced when it broke meanwhile', async () => {
    const printer = aPrinter();
    printer.prepare?.();
    await expect.poll(() => simulator.openConnections()).toBe(1);
    simulator.setState({ behaviour: 'reset' });
    await expect.poll(() => simulator.openConnections()).toBe(0);
    simulator.setState({ behaviour: 'ok' });
    expect(await printer.status()).toBe('ready');
  });

  it('that cannot be opened is not a fault until a slip is printed', async () => {
    const port = simulator.port;
    await simulator.close();
    const printer = aPrinter({ recentlyMs: 0 }, port);
    printer.prepare?.();
    expect(await faultOf(printer.print(aSlip()))).toBe('cannot-connect');
  });
});

describe('a fault', () => {
  it.each([
    [{ paper: 'out' }, 'out-of-paper'],
    [{ cover: 'open' }, 'cover-open'],
    [{ cover: 'open', paper: 'out' }, 'cover-open'],
  ] as const)('found before printing (%j) sends nothing', async (state, fault) => {
    simulator.setState(state);
    const printer = aPrinter();
    expect(await printer.status()).toBe(fault);
    expect(await faultOf(printer.print(aSlip()))).toBe(fault);
    simulator.setState({ paper: 'ok', cover: 'closed' });
    expect(await printer.print(aSlip(400))).toEqual(READY);
    expect(simulator.slips()).toHaveLength(1);
  });

  it('is not reported near the end of the roll: the slip is printed with a warning', async () => {
    simulator.setState({ paper: 'near-end' });
    expect(await aPrinter().status()).toBe('near-end');
    expect(await aPrinter().print(aSlip())).toEqual({ ...READY, status: 'near-end' });
    expect(simulator.slips()).toHaveLength(1);
  });

  it('in the middle of a slip is reported as out of paper, and the rest is not printed on the new roll', async () => {
    simulator.setState({ paperLeftDots: 300 });
    const printer = aPrinter();
    expect(await faultOf(printer.print(aSlip()))).toBe('out-of-paper');
    expect(simulator.slips()).toMatchObject([{ cut: false, heightDots: 300 }]);
    await expect.poll(() => simulator.openConnections()).toBe(0);
    simulator.setState({ paper: 'ok' });
    expect(await printer.print(aSlip(500))).toEqual(READY);
    expect(simulator.slips().map(({ cut }) => cut)).toEqual([false, true]);
  });

  it('is reported for a cover opened while it prints', async () => {
    simulator.setState({ behaviour: 'slow' });
    const printing = faultOf(aPrinter().print(aSlip()));
    await expect.poll(() => simulator.openConnections()).toBe(1);
    simulator.setState({ cover: 'open' });
    expect(await printing).toBe('cover-open');
  });

  it('of a printer that answered before and is silent now is no-answer, and nothing is sent', async () => {
    const printer = aPrinter({ statusMs: 300 });
    expect(await printer.status()).toBe('ready');
    simulator.setState({ behaviour: 'silent' });
    expect(await printer.status()).toBe('no-answer');
    expect(await faultOf(printer.print(aSlip()))).toBe('no-answer');
    expect(simulator.slips()).toHaveLength(0);
  });

  it('of a printer that never reports completion is no-answer, after the time its slips take', async () => {
    const printer = aPrinter({ mechanicsMs: 40 });
    await printer.print(aSlip(2000));
    simulator.setState({ behaviour: 'slow' });
    expect(await faultOf(printer.print(aSlip(2000)))).toBe('no-answer');
  });

  it('of a broken connection is reported as connection-lost', async () => {
    simulator.setState({ behaviour: 'reset' });
    expect(await faultOf(aPrinter().print(aSlip()))).toBe('connection-lost');
  });

  it('of a printer that hangs up in the middle of a slip is connection-lost, and the torn slip is detected', async () => {
    simulator.setState({ behaviour: 'close' });
    expect(await aPrinter().status()).toBe('ready');
    expect(await faultOf(aPrinter().print(aSlip()))).toBe('connection-lost');
    await expect.poll(() => simulator.slips().length).toBe(1);
    expect(simulator.slips()[0]?.cut).toBe(false);
  });

  it('of a printer that does not listen is cannot-connect', async () => {
    await simulator.close();
    const printer = aPrinter({ recentlyMs: 0 });
    expect(await printer.status()).toBe('cannot-connect');
    expect(await faultOf(printer.print(aSlip()))).toBe('cannot-connect');
  });

  it('reported in the completion answer is accepted', async () => {
    const port = await startFake((socket) =>
      socket.on('data', (bytes) => {
        if (bytes.subarray(0, 2).equals(Buffer.from([0x10, 0x04])))
          socket.write(Uint8Array.of(0x12, 0x12, 0x12));
        else if (bytes.subarray(-3).equals(Buffer.from([0x1d, 0x72, 1])))
          socket.write(Uint8Array.of(0x0c));
      }),
    );
    expect(await faultOf(aPrinter({}, port).print(aSlip()))).toBe('out-of-paper');
  });

  it('is offline when the printer names no cause', async () => {
    const port = await startFake((socket) =>
      socket.on('data', () => socket.write(Uint8Array.of(0x1a, 0x12, 0x12))),
    );
    expect(await faultOf(aPrinter({}, port).print(aSlip()))).toBe('offline');
  });
});

describe('unsolicited status bytes', () => {
  const UNASKED = Uint8Array.of(0x14, 0, 0, 0x0f);

  it('are taken neither for an answer nor for completion of the slip', async () => {
    let received = Buffer.alloc(0);
    const port = await startFake((socket) => {
      socket.write(UNASKED);
      const answerOnce = (question: readonly number[], answer: readonly number[]) => {
        const at = received.indexOf(Buffer.from(question));
        if (at < 0) return;
        received[at] = 0;
        for (const byte of answer) socket.write(Uint8Array.of(byte));
      };
      socket.on('data', (bytes) => {
        received = Buffer.concat([received, bytes]);
        answerOnce([0x10, 4, 1], [...UNASKED, 0x12, 0x12, 0x12]);
        answerOnce([0x1d, 0x72, 1], [...UNASKED, 0x03]);
      });
    });
    expect(await aPrinter({ statusMs: 300 }, port).print(aSlip())).toEqual({
      ...{ ...READY, status: 'near-end' },
    });
    expect(received.length).toBeGreaterThan(600 * 72);
  });
});

describe('a printer that answers only some commands', () => {
  const QUICK_TO_LEARN = { statusMs: 120 } as const;

  it.each([
    ['all', { status: 'ready', proof: 'proved' }],
    ['first-of-burst', { status: 'ready', proof: 'proved' }],
    ['no-done', { status: 'ready', proof: 'accepted' }],
    ['automatic', { status: 'ready', proof: 'accepted' }],
    ['none', { status: 'reachable', proof: 'accepted' }],
  ] as const)(
    '(%s) prints each slip once, and claims no more proof than it gives',
    async (answers, outcome) => {
      simulator.setState({ answers });
      const printer = aPrinter(QUICK_TO_LEARN);
      expect(printer.proof()).toBeNull();
      expect(await printer.status()).toBe(outcome.status);
      expect(printer.proof()).toBe(outcome.proof);
      expect(await printer.print(aSlip(300))).toEqual(outcome);
      expect(await printer.print(aSlip(400))).toEqual(outcome);
      await expect.poll(() => simulator.slips().length).toBe(2);
      expect(simulator.slips().map(({ cut }) => cut)).toEqual([true, true]);
      const top = simulator.slips()[0]?.bits.subarray(0, 72 * 300) ?? new Uint8Array();
      expect(Buffer.compare(top, aSlip(300).bits)).toBe(0);
    },
  );

  it.each(['no-done', 'automatic'] as const)('(%s) still reports its faults', async (answers) => {
    simulator.setState({ answers });
    const printer = aPrinter(QUICK_TO_LEARN);
    await printer.status();
    simulator.setState({ paper: 'out' });
    expect(await faultOf(printer.print(aSlip()))).toBe('out-of-paper');
    simulator.setState({ paper: 'ok', behaviour: 'slow' });
    const printing = faultOf(printer.print(aSlip(1500)));
    await expect.poll(() => simulator.openConnections()).toBe(1);
    simulator.setState({ cover: 'open' });
    expect(await printing).toBe('cover-open');
  });

  it('and has no paper at first is not taken for one that cannot report completion', async () => {
    simulator.setState({ paper: 'out' });
    const printer = aPrinter(QUICK_TO_LEARN);
    expect(await printer.status()).toBe('out-of-paper');
    expect(printer.proof()).toBeNull();
    simulator.setState({ paper: 'ok' });
    expect(await printer.print(aSlip())).toEqual(READY);
  });

  it('and was exchanged for one that answers is probed again', async () => {
    simulator.setState({ answers: 'none' });
    const printer = aPrinter({ ...QUICK_TO_LEARN, learnEveryMs: 0 });
    expect(await printer.status()).toBe('reachable');
    simulator.setState({ answers: 'all' });
    expect(await printer.status()).toBe('ready');
    expect(await printer.print(aSlip())).toEqual(READY);
  });

  it('and disconnects before it has received everything is connection-lost', async () => {
    simulator.setState({ answers: 'none', bytesPerSecond: 20_000 });
    const printer = aPrinter({ ...QUICK_TO_LEARN, mechanicsMs: 10_000 });
    await printer.status();
    const printing = faultOf(printer.print(aSlip(1000)));
    await expect.poll(() => simulator.openConnections()).toBe(1);
    simulator.setState({ behaviour: 'reset' });
    expect(await printing).toBe('connection-lost');
  });
});

describe('a slow connection', () => {
  it('is waited for as long as its bytes take, far beyond the time for the mechanics', async () => {
    simulator.setState({ bytesPerSecond: 20_000 });
    const printer = aPrinter({ mechanicsMs: 20 });
    expect(await printer.print(aSlip(100))).toEqual(READY);
    expect(await printer.print(aSlip(100))).toEqual(READY);
    expect(simulator.slips()).toHaveLength(2);
  });
});

describe('a printer that takes one connection at a time', () => {
  it.each(['waits', 'refused', 'reset'] as const)(
    'and refuses others like this (%s) prints the slips of both its kiosks, each once',
    async (second) => {
      simulator.setState({ second, behaviour: 'slow' });
      const shared = { busyMs: 20_000, keepMs: 30 };
      const kiosks = [aPrinter(shared), aPrinter(shared)];
      const slips = kiosks.map((kiosk, n) => kiosk.print(aSlip(100 * (n + 1))));
      expect(await Promise.all(slips)).toEqual([READY, READY]);
      const heights = simulator.slips().map(({ heightDots }) => heightDots - 120);
      expect(heights.toSorted((a, b) => a - b)).toEqual([100, 200]);
    },
  );

  it('is busy when it does not become free in time, and its last known status stays', async () => {
    simulator.setState({ second: 'refused' });
    const printer = aPrinter();
    expect(await printer.status()).toBe('ready');
    await expect.poll(() => simulator.openConnections()).toBe(0);
    const other = aPrinter({ keepMs: 60_000 });
    other.prepare?.();
    await expect.poll(() => simulator.openConnections()).toBe(1);
    expect(await printer.status()).toBe('ready');
    expect(await faultOf(printer.print(aSlip()))).toBe('busy');
    expect(simulator.slips()).toHaveLength(0);
  });
});
