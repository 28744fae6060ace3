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
import { ARE_YOU_DONE, askStatus, learnAnswers } from './printer-answers.ts';
import type { PrinterAnswers } from './printer-answers.ts';
import { openPrinterLink, type PrinterLink } from './printer-link.ts';

export interface EscposTcpOptions {
  readonly host: string;
  readonly port: number;
  readonly cut?: 'partial' | 'full';
  readonly timeouts?: Partial<PrinterTimeouts>;
}

export interface PrinterTimeouts {
  readonly connectMs: number;
  /** Timeout of a status query. */
  readonly statusMs: number;
  /** Warming up, feeding and cutting, in addition to the time for the bytes. */
  readonly mechanicsMs: number;
  /** The interval of status queries to a printer that has not finished. */
  readonly askEveryMs: number;
  /** How long a prepared connection is kept open for a slip. */
  readonly keepMs: number;
  /** How long a printer that refuses connections is retried before the slip fails. */
  readonly busyMs: number;
  readonly busyEveryMs: number;
  /** How long it may have been unreachable and still count as busy. */
  readonly recentlyMs: number;
  /** The interval for probing a printer again that does not answer all commands. */
  readonly learnEveryMs: number;
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

/** `DLE DC4 8`: clear the buffer, else half a slip is printed after the paper is changed. */
const FORGET_THE_JOB = Uint8Array.of(0x10, 0x14, 8, 1, 3, 20, 1, 6, 2, 8);
/** A status younger than this need not be queried again before printing. */
const FRESH_MS = 1000;
/** A printer that answered once and is silent for this long was exchanged, and is probed again. */
const SILENT_MS = 120_000;
/** Faults after which a retry cannot print twice: nothing of the slip was sent. */
const WORTH_TRYING_AGAIN: ReadonlySet<string> = new Set(['busy', 'connection-lost']);

interface Opened {
  readonly link: PrinterLink;
  readonly answers: PrinterAnswers;
  readonly status: PrinterStatus;
  readonly askedAt: number;
}

interface Known {
  readonly answers: PrinterAnswers;
  readonly learntAt: number;
}

/** A network printer with ESC/POS. One job at a time, never resent automatically. */
export function createEscposTcpPrinter(options: EscposTcpOptions): Printer {
  const timeouts = { ...USUAL, ...options.timeouts };
  const time = createPrintTime(timeouts.mechanicsMs);
  let turn: Promise<unknown> = Promise.resolve();
  /** Cheap printers accept one connection at a time, so the next one waits until this is closed. */
  let farewell: Promise<void> = Promise.resolve();
  let kept: (Opened & { readonly timer: NodeJS.Timeout }) | null = null;
  let waiting = 0;
  let known: Known | null = null;
  let lastStatus: PrinterStatus | null = null;
  /** After a power failure kiosk and printer start together, so a printer not reached yet may be starting. */
  let reachedAt = performance.now();
  let lastReplyAt = -Infinity;

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

  async function connect(): Promise<PrinterLink> {
    try {
      const link = await openPrinterLink(options.host, options.port, timeouts.connectMs);
      reachedAt = performance.now();
      return link;
    } catch (cause) {
      if (!(cause instanceof PrinterError) || cause.fault === 'connection-lost') throw cause;
      const wasHere = performance.now() - reachedAt < timeouts.recentlyMs;
      if (cause.fault === 'busy' && wasHere) throw cause;
      // After a reconnect it may be another printer.
      known = null;
      throw new PrinterError('cannot-connect', { cause });
    }
  }

  /** The prepared connection or a new one, with the printer's status. */
  async function open(): Promise<Opened> {
    const before = kept;
    kept = null;
    clearTimeout(before?.timer);
    if (before !== null && before.link.isAlive()) {
      if (performance.now() - before.askedAt < FRESH_MS) return before;
      return withStatus(before.link);
    }
    if (before !== null) await before.link.end();
    return withStatus(await connect());
  }

  async function withStatus(link: PrinterLink): Promise<Opened> {
    try {
      const { answers, status } = await howItIs(link);
      lastStatus = status;
      lastReplyAt = performance.now();
      return { link, answers, status, askedAt: lastReplyAt };
    } catch (cause) {
      leave(link);
      throw cause;
    }
  }

  async function howItIs(link: PrinterLink): Promise<Omit<Opened, 'link' | 'askedAt'>> {
    const before = known;
    if (before === null || isDueAgain(before)) return learn(link);
    const { answers } = before;
    const status = await askStatus(link, answers, timeouts.statusMs);
    if (status === null) {
      if (performance.now() - lastReplyAt > SILENT_MS) known = null;
      throw new PrinterError('no-answer');
    }
    return answers.done === null && canPrint(status) ? learn(link) : { answers, status };
  }

  async function learn(link: PrinterLink): Promise<Omit<Opened, 'link' | 'askedAt'>> {
    const learnt = await learnAnswers(link, timeouts.statusMs);
    known = { answers: learnt.answers, learntAt: performance.now() };
    return learnt;
  }

  function isDueAgain({ answers, learntAt }: Known): boolean {
    return answers.done !== true && performance.now() - learntAt >= timeouts.learnEveryMs;
  }

  /** As long as nothing of the slip was sent, a busy printer is retried. */
  async function openForSlip(): Promise<Opened> {
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

  function deliver(opened: Opened, job: Uint8Array): Promise<PrintOutcome> {
    const { link, answers } = opened;
    if (answers.done === true) return untilDone(opened, job);
    link.send(job);
    return answers.questions.length > 0 || answers.automatic
      ? untilQuiet(opened, job)
      : untilTaken(opened, job);
  }

  /** Waits for the printer to report completion. */
  async function untilDone({ link, status, answers }: Opened, job: Uint8Array) {
    const startedAt = performance.now();
    const until = startedAt + time.longestMs(job.length);
    link.send(Buffer.concat([job, ARE_YOU_DONE]));
    for (;;) {
      const word = await link.next(timeouts.askEveryMs, 'paper');
      if (word !== null) {
        if (word.out) throw new PrinterError('out-of-paper');
        time.learn(job.length, performance.now() - startedAt);
        return proved(word.nearEnd || status === 'near-end');
      }
      if (answers.questions.length > 0 || answers.automatic) await throwFault(link, answers);
      throwWhenLate(link, until);
    }
  }

  /** For a printer that cannot report completion: it answers a query after all that was sent, and had enough time. */
  async function untilQuiet({ link, answers, status }: Opened, job: Uint8Array) {
    const startedAt = performance.now();
    const until = startedAt + time.longestMs(job.length);
    const enough = startedAt + time.expectedMs(job.length) + timeouts.mechanicsMs / MECHANICS_SHARE;
    for (;;) {
      const now = await throwFault(link, answers);
      if (now !== null && performance.now() >= enough)
        return accepted(now === 'near-end' ? now : status);
      throwWhenLate(link, until);
      await pause(timeouts.askEveryMs);
    }
  }

  /** For a printer that answers nothing: it takes all bytes and closes its side. */
  async function untilTaken({ link, status }: Opened, job: Uint8Array) {
    const longestMs = time.longestMs(job.length);
    const quietMs = time.expectedMs(job.length) + timeouts.mechanicsMs / MECHANICS_SHARE;
    await link.finish(Math.min(longestMs, quietMs), longestMs);
    return accepted(status);
  }

  /** Throws the fault when the printer reports it twice; else returns the status, null: no answer. */
  async function throwFault(
    link: PrinterLink,
    answers: PrinterAnswers,
  ): Promise<PrinterStatus | null> {
    const status = await askStatus(link, answers, timeouts.askEveryMs);
    if (status === null || canPrint(status)) return status;
    if ((await askStatus(link, answers, timeouts.askEveryMs)) !== status) return null;
    link.send(FORGET_THE_JOB);
    throw new PrinterError(status);
  }

  function throwWhenLate(link: PrinterLink, until: number): void {
    if (performance.now() < until) return;
    link.send(FORGET_THE_JOB);
    throw new PrinterError('no-answer');
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
      // It is printing for another client, so its status is unchanged.
      const isNews = performance.now() - lastReplyAt >= timeouts.recentlyMs;
      return WORTH_TRYING_AGAIN.has(fault) && !isNews ? (lastStatus ?? fault) : fault;
    }
  }

  return {
    print: (slip) => inTurn(() => print(slip)),
    status: () => inTurn(status),
    proof() {
      const done = known?.answers.done ?? null;
      return done === null ? null : done ? 'proved' : 'accepted';
    },
    longestMs: (bytes) => timeouts.busyMs + time.longestMs(bytes),
    prepare() {
      if (waiting === 0 && kept === null) inTurn(keepOpen).catch(() => undefined);
    },
  };
}

/** Feeding and cutting take a third of the time allowed for warming up. */
const MECHANICS_SHARE = 3;

const proved = (isNearEnd: boolean): PrintOutcome => ({
  status: isNearEnd ? 'near-end' : 'ready',
  proof: 'proved',
});

const accepted = (status: PrinterStatus): PrintOutcome => ({ status, proof: 'accepted' });
