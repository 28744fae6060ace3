import { setTimeout as pause } from 'node:timers/promises';
import { canPrint } from '@motcua/domain';
import { createPrintTime } from '../print-time.ts';
import {
  PrinterError,
  type Bitmap,
  type Printer,
  type PrinterStatus,
  type PrintOutcome,
} from '../printer.ts';
import { buildJob } from './escpos-job.ts';
import { createDelivery, type Delivery } from './deliver-slip.ts';
import { type Contact, type ContactOptions, PrinterContact } from './printer-contact.ts';
import type { PrinterLink } from './printer-link.ts';

export interface PrinterTimeouts
  extends Omit<ContactOptions, 'host' | 'port'>, Omit<Delivery, 'time'> {
  /** So long a prepared connection is kept open for a slip. */
  readonly keepMs: number;
  /** How long a printer that refuses connections is retried before the slip fails. */
  readonly busyMs: number;
  readonly busyEveryMs: number;
}

const USUAL: PrinterTimeouts = {
  connectMs: 1500,
  statusMs: 1500,
  mechanicsMs: 10_000,
  askEveryMs: 400,
  keepMs: 3000,
  busyMs: 12_000,
  busyEveryMs: 400,
  recentlyMs: 60_000,
  learnEveryMs: 600_000,
};

export interface EscposTcpOptions {
  readonly host: string;
  readonly port: number;
  readonly cut?: 'partial' | 'full';
  readonly timeouts?: Partial<PrinterTimeouts>;
}

/** A status younger than this need not be asked again before printing. */
const FRESH_MS = 1000;
/** What can be asked again without printing anything twice: nothing of the slip was sent. */
const WORTH_TRYING_AGAIN: ReadonlySet<string> = new Set(['busy', 'connection-lost']);

/** A network printer that speaks ESC/POS. One job at a time, never sent again by itself. */
export function createEscposTcpPrinter(options: EscposTcpOptions): Printer {
  const timeouts = { ...USUAL, ...options.timeouts };
  const time = createPrintTime(timeouts.mechanicsMs);
  const printer = new PrinterContact({ ...timeouts, host: options.host, port: options.port });
  const deliver = createDelivery({ ...timeouts, time });
  let turn: Promise<unknown> = Promise.resolve();
  /** Cheap printers accept one connection at a time, so the next one waits until this is closed. */
  let farewell: Promise<void> = Promise.resolve();
  let kept: (Contact & { readonly timer: NodeJS.Timeout }) | null = null;
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

  /** The prepared connection or a new one, with the printer's word on how it is. */
  async function open(): Promise<Contact> {
    const before = kept;
    kept = null;
    clearTimeout(before?.timer);
    if (before !== null && before.link.isAlive()) {
      if (performance.now() - before.askedAt < FRESH_MS) return before;
      return withStatus(before.link);
    }
    if (before !== null) await before.link.end();
    return withStatus(await printer.connect());
  }

  async function withStatus(link: PrinterLink): Promise<Contact> {
    try {
      return await printer.ask(link);
    } catch (cause) {
      leave(link);
      throw cause;
    }
  }

  /** As long as nothing of the slip was sent, a printer that is busy with another machine is tried again. */
  async function openForSlip(): Promise<Contact> {
    const until = performance.now() + timeouts.busyMs;
    for (;;) {
      try {
        return await open();
      } catch (cause) {
        const isPassing = cause instanceof PrinterError && WORTH_TRYING_AGAIN.has(cause.fault);
        if (!isPassing || performance.now() >= until) throw cause;
        await farewell;
        await pause(timeouts.busyEveryMs);
      }
    }
  }

  async function print(slip: Bitmap): Promise<PrintOutcome> {
    const opened = await openForSlip();
    const { link, status } = opened;
    try {
      if (!canPrint(status)) throw new PrinterError(status);
      const job = await buildJob(slip, options.cut ?? 'partial');
      return await deliver(opened, job);
    } finally {
      leave(link);
    }
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

  async function status(): Promise<PrinterStatus> {
    try {
      const opened = await open();
      leave(opened.link);
      return opened.status;
    } catch (cause) {
      const fault = cause instanceof PrinterError ? cause.fault : 'no-answer';
      // It prints for another machine: that is no news.
      return WORTH_TRYING_AGAIN.has(fault) ? (printer.recentStatus ?? fault) : fault;
    }
  }

  return {
    print: (slip) => inTurn(() => print(slip)),
    status: () => inTurn(status),
    proof() {
      const { saysDone } = printer;
      return saysDone === null ? null : saysDone ? 'proved' : 'accepted';
    },
    longestMs: (bytes) => timeouts.busyMs + time.longestMs(bytes),
    prepare() {
      if (waiting === 0 && kept === null) inTurn(keepOpen).catch(() => undefined);
    },
  };
}
