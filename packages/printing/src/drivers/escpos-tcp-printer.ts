import { PrinterError, type Printer, type PrinterStatus } from '../printer.ts';
import { executeJob } from './escpos-job.ts';
import { openPrinterLink, type PrinterLink } from './printer-link.ts';

export interface EscposTcpOptions {
  readonly host: string;
  readonly port: number;
  readonly cut?: 'partial' | 'full';
  readonly timeouts?: Partial<PrinterTimeouts>;
}

export interface PrinterTimeouts {
  readonly connectMs: number;
  /** For the answers to the status questions. */
  readonly statusMs: number;
  /** From the last byte sent to the word that the job is done. */
  readonly printMs: number;
  /** So often a printer that has not finished is asked what holds it up. */
  readonly askEveryMs: number;
  /** So long a prepared connection is kept open for a slip. */
  readonly keepMs: number;
}

const USUAL: PrinterTimeouts = {
  connectMs: 1500,
  statusMs: 1500,
  printMs: 10_000,
  askEveryMs: 400,
  keepMs: 3000,
};

/** `GS r 1` is answered in order: the answer says that all before it is on paper. */
const ARE_YOU_DONE = Uint8Array.of(0x1d, 0x72, 1);
/** `DLE DC4 8`: forget what is still in the buffer, else half a slip comes out after the paper is changed. */
const FORGET_THE_JOB = Uint8Array.of(0x10, 0x14, 8, 1, 3, 20, 1, 6, 2, 8);
/** A status younger than this need not be asked again before printing. */
const FRESH_MS = 1000;

interface Kept {
  readonly link: PrinterLink;
  readonly status: PrinterStatus;
  readonly askedAt: number;
  readonly timer: NodeJS.Timeout;
}

/** A network printer that speaks ESC/POS. One job at a time, never tried again by itself. */
export function createEscposTcpPrinter(options: EscposTcpOptions): Printer {
  const timeouts = { ...USUAL, ...options.timeouts };
  let turn: Promise<unknown> = Promise.resolve();
  /** Cheap printers take one connection at a time, so the next one waits for this. */
  let farewell: Promise<void> = Promise.resolve();
  let kept: Kept | null = null;
  let waiting = 0;

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    waiting += 1;
    const result = turn.then(work);
    turn = result.then(
      () => farewell,
      () => farewell,
    );
    return result.finally(() => {
      waiting -= 1;
    });
  }

  const leave = (link: PrinterLink) => {
    farewell = link.end();
  };

  async function ask(link: PrinterLink): Promise<PrinterStatus> {
    const status = await link.ask(timeouts.statusMs);
    if (status === null) throw new PrinterError('no-answer');
    return status;
  }

  /** The prepared connection or a new one, with the printer's word on how it is. */
  async function open(): Promise<{ link: PrinterLink; status: PrinterStatus; askedAt: number }> {
    const before = kept;
    kept = null;
    clearTimeout(before?.timer);
    if (before !== null && before.link.isAlive()) {
      if (performance.now() - before.askedAt < FRESH_MS) return before;
      return withStatus(before.link);
    }
    if (before !== null) await before.link.end();
    return withStatus(await openPrinterLink(options.host, options.port, timeouts.connectMs));
  }

  async function withStatus(link: PrinterLink) {
    try {
      return { link, status: await ask(link), askedAt: performance.now() };
    } catch (cause) {
      leave(link);
      throw cause;
    }
  }

  async function print(slip: Parameters<Printer['print']>[0]): Promise<PrinterStatus> {
    const { link, status } = await open();
    let outcome: PrinterStatus = status;
    try {
      if (status !== 'ready' && status !== 'near-end') throw new PrinterError(status);
      await executeJob(slip, options.cut ?? 'partial', {
        isPrinterConnected: async () => link.isAlive(),
        execute: async (commands) => {
          link.send(Buffer.concat([commands, ARE_YOU_DONE]));
          const nearEnd = await untilDone(link);
          outcome = nearEnd || status === 'near-end' ? 'near-end' : 'ready';
        },
      });
      return outcome;
    } finally {
      leave(link);
    }
  }

  /** Waits for the word that the job is done; resolves with whether the paper is near its end. */
  async function untilDone(link: PrinterLink): Promise<boolean> {
    const until = performance.now() + timeouts.printMs;
    for (;;) {
      const reply = await link.hear(timeouts.askEveryMs);
      if (reply?.type === 'paper') {
        if (reply.out) throw new PrinterError('out-of-paper');
        return reply.nearEnd;
      }
      // Dots of the picture can look like a status question, so an answer nobody waits for means nothing.
      if (reply?.type === 'real-time') continue;
      await throwFault(link);
      if (performance.now() >= until) {
        link.send(FORGET_THE_JOB);
        throw new PrinterError('no-answer');
      }
    }
  }

  /** Throws what holds the printer up, when it says the same twice. */
  async function throwFault(link: PrinterLink): Promise<void> {
    const status = await link.ask(timeouts.askEveryMs);
    if (status === null || status === 'ready' || status === 'near-end') return;
    if ((await link.ask(timeouts.askEveryMs)) !== status) return;
    link.send(FORGET_THE_JOB);
    throw new PrinterError(status);
  }

  async function keepOpen(): Promise<void> {
    const opened = await open();
    const timer = setTimeout(() => {
      if (kept?.link !== opened.link) return;
      kept = null;
      leave(opened.link);
      void inTurn(() => farewell);
    }, timeouts.keepMs);
    timer.unref();
    kept = { ...opened, timer };
  }

  return {
    print: (slip) => inTurn(() => print(slip)),
    status: () =>
      inTurn(async () => {
        try {
          const { link, status } = await open();
          leave(link);
          return status;
        } catch (cause) {
          return cause instanceof PrinterError ? cause.fault : 'no-answer';
        }
      }),
    prepare() {
      if (waiting === 0 && kept === null) inTurn(keepOpen).catch(() => undefined);
    },
  };
}
