import type { Result } from '../result.ts';
import {
  formatTicketNumber,
  nextNumber,
  type NumberSeries,
  parseTicketNumber,
} from './ticket-number.ts';

/** A range in which numbers were given, and how far. */
interface Cursor {
  readonly from: number;
  readonly to: number;
  highest: number | null;
}

/** The numbers given on one day. Finding the next one costs the same however many there are. */
export class GivenNumbers {
  readonly #given = new Set<string>();
  /** Those that count for where a series goes on, by prefix. */
  readonly #inOrder = new Map<string, number[]>();
  readonly #cursors = new Map<string, Cursor[]>();

  get size(): number {
    return this.#given.size;
  }

  has(number: string): boolean {
    return this.#given.has(number);
  }

  /** `inOrder`: the hub gave it as the next one; others (reported later, left from the day before) move nothing. */
  add(number: string, inOrder: boolean): void {
    this.#given.add(number);
    if (!inOrder) return;
    const { prefix, value } = partsOf(number);
    const values = this.#inOrder.get(prefix) ?? [];
    values.push(value);
    this.#inOrder.set(prefix, values);
    for (const cursor of this.#cursors.get(prefix) ?? []) advance(cursor, value);
  }

  clear(): void {
    this.#given.clear();
    this.#inOrder.clear();
    this.#cursors.clear();
  }

  /** The next number of a series that is not given, as it is printed; refuses with `numbers-used-up`. */
  next(series: NumberSeries): Result<string> {
    const isGiven = (number: number) => this.#given.has(formatTicketNumber(series, number));
    const found = nextNumber(series, this.#cursorOf(series).highest, isGiven);
    return found.ok ? { ok: true, value: formatTicketNumber(series, found.value) } : found;
  }

  #cursorOf({ prefix, from, to }: NumberSeries): Cursor {
    const cursors = this.#cursors.get(prefix) ?? [];
    const known = cursors.find((cursor) => cursor.from === from && cursor.to === to);
    if (known !== undefined) return known;
    const cursor: Cursor = { from, to, highest: null };
    for (const value of this.#inOrder.get(prefix) ?? []) advance(cursor, value);
    this.#cursors.set(prefix, [...cursors, cursor]);
    return cursor;
  }
}

function advance(cursor: Cursor, value: number): void {
  const isInside = value >= cursor.from && value <= cursor.to;
  if (isInside && value > (cursor.highest ?? 0)) cursor.highest = value;
}

/** Also of a ticket for practice, whose mark belongs to its prefix. */
function partsOf(number: string): { readonly prefix: string; readonly value: number } {
  const mark = /^[^\p{Lu}\d]*/u.exec(number)?.[0] ?? '';
  const parts = parseTicketNumber(number.slice(mark.length));
  return { prefix: mark + (parts?.letters ?? ''), value: parts?.value ?? 0 };
}
