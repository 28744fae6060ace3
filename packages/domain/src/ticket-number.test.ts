import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatTicketNumber,
  isQueueLetters,
  nextNumber,
  seriesOverlap,
  type NumberSeries,
} from './ticket-number.ts';

const H: NumberSeries = { prefix: 'H', from: 1, to: 999 };

const series = fc
  .tuple(
    fc.constantFrom('H', 'S', ''),
    fc.integer({ min: 1, max: 60 }),
    fc.integer({ min: 0, max: 20 }),
  )
  .map(([prefix, from, length]): NumberSeries => ({ prefix, from, to: from + length }));

/** All that a queue hands out on a day. */
function wholeDay(of: NumberSeries): readonly string[] {
  const given: string[] = [];
  let last: number | null = null;
  for (;;) {
    const result = nextNumber(of, last);
    if (!result.ok) return given;
    last = result.value;
    given.push(formatTicketNumber(of, last));
  }
}

describe('a ticket number', () => {
  it.each([
    [1, 'H001'],
    [21, 'H021'],
    [999, 'H999'],
    [1005, 'H1005'],
  ])('of %i reads %s', (number, text) => {
    expect(formatTicketNumber(H, number)).toBe(text);
  });
});

describe('the next number', () => {
  it('begins at the start of the range each day', () => {
    expect(nextNumber({ ...H, from: 3001, to: 3999 }, null)).toEqual({ ok: true, value: 3001 });
  });

  it('follows the last one', () => {
    expect(nextNumber(H, 20)).toEqual({ ok: true, value: 21 });
  });

  it('is refused at the end of the range', () => {
    expect(nextNumber(H, 999)).toEqual({
      ok: false,
      refusal: { code: 'numbers-used-up', detail: { prefix: 'H' } },
    });
  });

  it('stays in a range that was moved during the day', () => {
    expect(nextNumber({ ...H, from: 500 }, 20)).toEqual({ ok: true, value: 500 });
    expect(nextNumber({ ...H, to: 10 }, 20)).toMatchObject({ ok: false });
  });

  it('is given once a day, each number of the range', () => {
    fc.assert(
      fc.property(series, (of) => {
        const given = wholeDay(of);
        expect(given).toHaveLength(of.to - of.from + 1);
        expect(new Set(given).size).toBe(given.length);
      }),
    );
  });
});

describe('series', () => {
  it('overlap exactly when some ticket could be printed by both', () => {
    fc.assert(
      fc.property(series, series, (a, b) => {
        const numbers = new Set(wholeDay(a));
        expect(seriesOverlap(a, b)).toBe(wholeDay(b).some((number) => numbers.has(number)));
      }),
    );
  });
});

describe('isQueueLetters', () => {
  it.each(['', 'H', 'Đ', 'TP'])('takes "%s"', (letters) => {
    expect(isQueueLetters(letters)).toBe(true);
  });

  it.each([
    ...['А', 'Α', 'Ꭺ', 'Ａ', 'Н', '𝐇', 'H\u0301', 'H\u200B', 'Ð'], // look like A, H and Đ
    ...['h', 'Ư', 'Ô', 'É', 'ß', '1', ' ', 'HTX'],
  ])('does not take "%s"', (letters) => {
    expect(isQueueLetters(letters)).toBe(false);
  });
});
