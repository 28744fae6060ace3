import { ok, refuse, type Result } from '../result.ts';

/** Numbers that one prefix counts: an inclusive range, started again each local day. */
export interface NumberSeries {
  readonly prefix: string;
  readonly from: number;
  readonly to: number;
  /** Shorter numbers get zeros in front; absent: three. */
  readonly leastDigits?: number;
}

/** What the visitor reads: prefix and at least three digits, `H021`; two in a series with a letter of its own, `HA21`. */
export function formatTicketNumber(
  { prefix, leastDigits = 3 }: NumberSeries,
  number: number,
): string {
  return prefix + String(number).padStart(leastDigits, '0');
}

/** A number taken apart; null: it is none. The letters are the prefix, with the letter of a series behind it. */
export function parseTicketNumber(
  number: string,
): { readonly letters: string; readonly value: number } | null {
  const [, letters, digits] = /^(\p{Lu}{0,4})(\d{2,7})$/u.exec(number) ?? [];
  return letters === undefined ? null : { letters, value: Number(digits) };
}

/**
 * The number to give next: behind `highest`, the highest that the hub gave within the range today (null: none), and
 * where nothing is left there the lowest that was not given. So a range that was changed by mistake and put right goes on
 * where it was. Refuses with `numbers-used-up` when every number of the range was given: none is given twice on a day.
 */
export function nextNumber(
  { prefix, from, to }: NumberSeries,
  highest: number | null,
  isGiven: (number: number) => boolean,
): Result<number> {
  const start = highest === null ? from : highest + 1;
  for (let number = start; number <= to; number += 1) if (!isGiven(number)) return ok(number);
  for (let number = from; number < start; number += 1) if (!isGiven(number)) return ok(number);
  return refuse('numbers-used-up', { prefix });
}

/** Two series that could print the same ticket number. */
export function seriesOverlap(a: NumberSeries, b: NumberSeries): boolean {
  return a.prefix === b.prefix && a.from <= b.to && b.from <= a.to;
}
