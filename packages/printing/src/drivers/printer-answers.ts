import { canPrint } from '@motcua/domain';
import { STATUS_QUESTIONS, statusFrom, type StatusQuestion } from '../escpos/condition.ts';
import type { PrinterStatus } from '../printer.ts';
import { askAll, type PrinterLink } from './printer-link.ts';

/** Which queries a printer answers. */
export interface PrinterAnswers {
  /** The real-time queries (`DLE EOT n`). */
  readonly questions: readonly StatusQuestion[];
  /** It sends automatic status when enabled (`GS a`). */
  readonly automatic: boolean;
  /** It reports completion (`GS r`); null: not known, because of its state when probed. */
  readonly done: boolean | null;
}

/** `GS r 1` is answered in order: the answer means that everything before it is printed. */
export const ARE_YOU_DONE = Uint8Array.of(0x1d, 0x72, 1);
const REPORT_AUTOMATICALLY = Uint8Array.of(0x1d, 0x61, 0x0f);
/** A printer that does not know a command keeps its bytes as text in the line. */
const CLEAR_THE_LINE = Uint8Array.of(0x1b, 0x40);

/** A printer without any answer yet gets less time for the second try. */
const SECOND_TRY = 3;

export interface Learnt {
  readonly answers: PrinterAnswers;
  readonly status: PrinterStatus;
}

/** Probes one query after another while nothing is printing. Throws PrinterError. */
export async function learnAnswers(link: PrinterLink, timeoutMs: number): Promise<Learnt> {
  const given = new Map<StatusQuestion, number>();
  for (const question of STATUS_QUESTIONS) {
    const timeout = given.size > 0 || question === 1 ? timeoutMs : timeoutMs / SECOND_TRY;
    const answer = await link.ask(question, timeout);
    if (answer === null) link.giveUpAsking();
    else given.set(question, answer);
  }
  if (given.size > 0) {
    const status = statusFrom(given);
    const done = canPrint(status) ? await saysWhenDone(link, timeoutMs) : null;
    return { answers: { questions: [...given.keys()], automatic: false, done }, status };
  }
  link.send(REPORT_AUTOMATICALLY);
  const automatic = await link.next(timeoutMs / SECOND_TRY, 'unasked');
  const status = automatic?.status ?? 'reachable';
  const done = canPrint(status) ? await saysWhenDone(link, timeoutMs) : null;
  return { answers: { questions: [], automatic: automatic !== null, done }, status };
}

/** The status, queried in a way that it answers; null: it did not answer this time. */
export async function askStatus(
  link: PrinterLink,
  { questions, automatic, done }: PrinterAnswers,
  timeoutMs: number,
): Promise<PrinterStatus | null> {
  if (questions.length > 0) {
    const answers = await askAll(link, questions, timeoutMs);
    return answers === null ? null : statusFrom(answers);
  }
  if (automatic) {
    while ((await link.next(0, 'unasked')) !== null);
    link.send(REPORT_AUTOMATICALLY);
    return (await link.next(timeoutMs, 'unasked'))?.status ?? null;
  }
  if (done !== true) return 'reachable';
  link.send(ARE_YOU_DONE);
  const paper = await link.next(timeoutMs, 'paper');
  if (paper === null) return null;
  if (paper.out) return 'out-of-paper';
  return paper.nearEnd ? 'near-end' : 'ready';
}

async function saysWhenDone(link: PrinterLink, timeoutMs: number): Promise<boolean> {
  link.send(ARE_YOU_DONE);
  const said = await link.next(timeoutMs, 'paper');
  link.send(CLEAR_THE_LINE);
  return said !== null;
}
