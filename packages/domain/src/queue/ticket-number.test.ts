import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GivenNumbers } from './given-numbers.ts';
import {
  formatTicketNumber,
  nextNumber,
  parseTicketNumber,
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

const NOT_GIVEN = () => false;

/** All numbers that a queue gives on a day. */
function wholeDay(of: NumberSeries): readonly string[] {
  const given = new GivenNumbers();
  const all: string[] = [];
  for (let next = given.next(of); next.ok; next = given.next(of)) {
    all.push(next.value);
    given.add(next.value, true);
  }
  return all;
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
    expect(nextNumber({ ...H, from: 3001, to: 3999 }, null, NOT_GIVEN)).toEqual({
      ok: true,
      value: 3001,
    });
  });

  it('follows the last one', () => {
    expect(nextNumber(H, 20, NOT_GIVEN)).toEqual({ ok: true, value: 21 });
  });

  it('is the lowest that was not given, behind the end of the range', () => {
    expect(nextNumber(H, 999, (number) => number !== 7 && number !== 9)).toEqual({
      ok: true,
      value: 7,
    });
  });

  it('is refused when all were given', () => {
    expect(nextNumber(H, 999, () => true)).toEqual({
      ok: false,
      refusal: { code: 'numbers-used-up', detail: { prefix: 'H' } },
    });
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

  it('goes on where it was, after a range was changed by mistake and put right', () => {
    const given = new GivenNumbers();
    const take = (of: NumberSeries) => {
      const next = given.next(of);
      if (next.ok) given.add(next.value, true);
      return next.ok ? next.value : null;
    };
    expect([take(H), take(H)]).toEqual(['H001', 'H002']);
    const mistake = { ...H, from: 9999, to: 9999 };
    expect([take(mistake), take(mistake)]).toEqual(['H9999', null]);
    expect([take(H), take({ ...H, from: 500 }), take(H)]).toEqual(['H003', 'H500', 'H501']);
  });

  it('comes once a day however the range is changed, and is there while one of the range is free', () => {
    fc.assert(
      fc.property(fc.array(series, { minLength: 1, maxLength: 60 }), (ranges) => {
        const given = new GivenNumbers();
        const seen = new Set<string>();
        for (const range of ranges) {
          const next = given.next(range);
          const isFree = wholeDay(range).some((number) => !seen.has(number));
          expect(next.ok).toBe(isFree);
          if (!next.ok) continue;
          expect(seen.has(next.value)).toBe(false);
          seen.add(next.value);
          given.add(next.value, true);
        }
      }),
    );
  });

  it('is not moved by a number that came out of turn, and never is that number', () => {
    const given = new GivenNumbers();
    for (const number of ['H900', 'H002']) given.add(number, false);
    given.add('H001', true);
    expect(given.next(H)).toEqual({ ok: true, value: 'H003' });
  });
});

describe('a number taken apart', () => {
  it.each([
    ['H021', { letters: 'H', value: 21 }],
    ['HA07', { letters: 'HA', value: 7 }],
    ['Đ1005', { letters: 'Đ', value: 1005 }],
    ['021', { letters: '', value: 21 }],
    ['H1', null],
    ['H021B', null],
    ['h021', null],
    ['', null],
  ])('%s', (text, parts) => {
    expect(parseTicketNumber(text)).toEqual(parts);
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

  it('is read as it was written, however long its range is', () => {
    for (const value of [1, 999, 9_999, 10_000, 100_000]) {
      const number = formatTicketNumber({ prefix: 'H', from: 1, to: 9_999_999 }, value);
      expect(parseTicketNumber(number)).toEqual({ letters: 'H', value });
    }
  });
});
