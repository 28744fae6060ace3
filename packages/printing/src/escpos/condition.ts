import type { PrinterStatus } from '../printer.ts';

/** The real-time queries: printer, cause of being offline, paper sensors. */
export const STATUS_QUESTIONS = [1, 2, 4] as const;
export type StatusQuestion = (typeof STATUS_QUESTIONS)[number];

/** Bits of the answers to `DLE EOT n` (Epson, ESC/POS command reference). */
const OFFLINE_1 = 0x08;
const COVER_OPEN_2 = 0x04;
const PAPER_END_2 = 0x20;
const ERROR_2 = 0x40;
const NEAR_END_4 = 0x0c;
const PAPER_END_4 = 0x60;

/**
 * The status from the answers; unanswered queries are left out. An open cover is reported before
 * missing paper, because an open cover lifts the paper off its sensor.
 */
export function statusFrom(answers: ReadonlyMap<StatusQuestion, number>): PrinterStatus {
  const [printer, cause, paper] = STATUS_QUESTIONS.map((question) => answers.get(question) ?? 0);
  const has = (answer = 0, bits: number) => (answer & bits) !== 0;
  if (has(cause, COVER_OPEN_2)) return 'cover-open';
  if (has(paper, PAPER_END_4) || has(cause, PAPER_END_2)) return 'out-of-paper';
  if (has(printer, OFFLINE_1) || has(cause, ERROR_2)) return 'offline';
  return has(paper, NEAR_END_4) ? 'near-end' : 'ready';
}
