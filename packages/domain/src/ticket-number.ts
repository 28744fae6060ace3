import { ok, refuse, type Result } from './result.ts';

/** The numbers of one queue: prefix and inclusive range, started again each local day. */
export interface NumberSeries {
  readonly prefix: string;
  readonly from: number;
  readonly to: number;
}

/**
 * The letters before a queue's numbers: those that are spoken in every language and printed by every font. Letters of
 * other alphabets look like these (Cyrillic А, Greek Α) and make another number of the same look.
 */
export function isQueueLetters(prefix: string): boolean {
  return /^[A-ZĐ]{0,2}$/.test(prefix);
}

/** What the visitor reads: prefix and at least three digits, `H021`. */
export function formatTicketNumber(series: NumberSeries, number: number): string {
  return series.prefix + String(number).padStart(3, '0');
}

/**
 * The number after `last` (null: none was given today).
 * Refuses with `numbers-used-up` at the end of the range: a number is never given twice on a day.
 */
export function nextNumber(series: NumberSeries, last: number | null): Result<number> {
  const next = last === null ? series.from : Math.max(last + 1, series.from);
  return next > series.to ? refuse('numbers-used-up', { prefix: series.prefix }) : ok(next);
}

/** Two series that could print the same ticket number. */
export function seriesOverlap(a: NumberSeries, b: NumberSeries): boolean {
  return a.prefix === b.prefix && a.from <= b.to && b.from <= a.to;
}
