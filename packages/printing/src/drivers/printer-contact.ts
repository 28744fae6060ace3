import { canPrint } from '@motcua/domain';
import { PrinterError, type PrinterStatus } from '../printer.ts';
import { askStatus, learnAnswers, type PrinterAnswers } from './printer-answers.ts';
import { openPrinterLink, type PrinterLink } from './printer-link.ts';

/** A connection to a printer that has said how it is. */
export interface Contact {
  readonly link: PrinterLink;
  readonly answers: PrinterAnswers;
  readonly status: PrinterStatus;
  readonly askedAt: number;
}

export interface ContactOptions {
  readonly host: string;
  readonly port: number;
  readonly connectMs: number;
  /** For the answer to a status question. */
  readonly statusMs: number;
  /** So long it may have been out of reach and still be called busy. */
  readonly recentlyMs: number;
  /** After so long it is learnt anew what a printer answers that does not answer everything. */
  readonly learnEveryMs: number;
}

/** One that answered once and is silent for so long was exchanged, and is learnt anew. */
const SILENT_MS = 120_000;
interface Known {
  readonly answers: PrinterAnswers;
  readonly learntAt: number;
}

/** Reaches a printer, and remembers what it answers; throws a `PrinterError` when it cannot be reached or says nothing. */
export class PrinterContact {
  readonly #options: ContactOptions;
  #known: Known | null = null;
  #lastStatus: PrinterStatus | null = null;
  /** A power cut ends for both at once: until it was reached for the first time it may be starting. */
  #reachedAt = performance.now();
  #answeredAt = -Infinity;

  constructor(options: ContactOptions) {
    this.#options = options;
  }

  /** Whether it says when a job is done; null: not learnt yet. */
  get saysDone(): boolean | null {
    return this.#known?.answers.done ?? null;
  }

  /** What it said last, while that is not long ago. */
  get recentStatus(): PrinterStatus | null {
    const isOld = performance.now() - this.#answeredAt >= this.#options.recentlyMs;
    return isOld ? null : this.#lastStatus;
  }

  async connect(): Promise<PrinterLink> {
    const { host, port, connectMs, recentlyMs } = this.#options;
    try {
      const link = await openPrinterLink(host, port, connectMs);
      this.#reachedAt = performance.now();
      return link;
    } catch (cause) {
      if (!(cause instanceof PrinterError) || cause.fault === 'connection-lost') throw cause;
      const wasHere = performance.now() - this.#reachedAt < recentlyMs;
      if (cause.fault === 'busy' && wasHere) throw cause;
      // What comes back may be another printer.
      this.#known = null;
      throw new PrinterError('cannot-connect', { cause });
    }
  }

  /** Asks how it is; the link stays its owner's to end. */
  async ask(link: PrinterLink): Promise<Contact> {
    const { answers, status } = await this.#howItIs(link);
    this.#lastStatus = status;
    this.#answeredAt = performance.now();
    return { link, answers, status, askedAt: this.#answeredAt };
  }

  async #howItIs(link: PrinterLink): Promise<Pick<Contact, 'answers' | 'status'>> {
    const before = this.#known;
    if (before === null || this.#isDueAgain(before)) return this.#learn(link);
    const { answers } = before;
    const status = await askStatus(link, answers, this.#options.statusMs);
    if (status === null) {
      if (performance.now() - this.#answeredAt > SILENT_MS) this.#known = null;
      throw new PrinterError('no-answer');
    }
    return answers.done === null && canPrint(status) ? this.#learn(link) : { answers, status };
  }

  async #learn(link: PrinterLink): Promise<Pick<Contact, 'answers' | 'status'>> {
    const learnt = await learnAnswers(link, this.#options.statusMs);
    this.#known = { answers: learnt.answers, learntAt: performance.now() };
    return learnt;
  }

  #isDueAgain({ answers, learntAt }: Known): boolean {
    return answers.done !== true && performance.now() - learntAt >= this.#options.learnEveryMs;
  }
}
