import type { PrinterStatus } from '../printer.ts';

/** The real-time questions: printer, cause of being offline, paper sensors. */
export const STATUS_QUESTIONS: readonly number[] = [1, 2, 4];

/** Bits of the answers to `DLE EOT n` (Epson, ESC/POS command reference). */
const OFFLINE_1 = 0x08;
const COVER_OPEN_2 = 0x04;
const PAPER_END_2 = 0x20;
const ERROR_2 = 0x40;
const NEAR_END_4 = 0x0c;
const PAPER_END_4 = 0x60;

/**
 * What the answers to the three questions mean, in that order. An open cover is named before missing
 * paper, because an open cover lifts the paper off its sensor.
 */
export function statusFrom([printer = 0, cause = 0, paper = 0]: readonly number[]): PrinterStatus {
  if ((cause & COVER_OPEN_2) !== 0) return 'cover-open';
  if ((paper & PAPER_END_4) !== 0 || (cause & PAPER_END_2) !== 0) return 'out-of-paper';
  if ((printer & OFFLINE_1) !== 0 || (cause & ERROR_2) !== 0) return 'offline';
  return (paper & NEAR_END_4) === 0 ? 'ready' : 'near-end';
}
