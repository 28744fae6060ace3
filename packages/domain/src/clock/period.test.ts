import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LocalDate } from '../ids.ts';
import {
  daysOf,
  parsePeriod,
  PERIOD_KINDS,
  type Period,
  periodBefore,
  periodText,
  periodWith,
} from './period.ts';
import { addDays } from './zone-clock.ts';

function read(text: string): Period {
  const parsed = parsePeriod(text);
  if (!parsed.ok) throw new RangeError(parsed.refusal.code);
  return parsed.value;
}

const days = fc.integer({ min: 1, max: 60_000 }).map((n) => addDays('2010-01-01' as LocalDate, n));
const singles = PERIOD_KINDS.filter((kind) => kind !== 'range');
const periods = fc.oneof(
  fc
    .record({ day: days, kind: fc.constantFrom(...singles) })
    .map((of) => periodWith(of.day, of.kind)),
  fc
    .tuple(days, fc.nat(800))
    .map(([from, more]): Period => ({ kind: 'range', from, to: addDays(from, more) })),
);

describe('a period in words', () => {
  it.each([
    ['2026-07-14', 'day', '2026-07-14', '2026-07-14'],
    ['2026-W27', 'week', '2026-06-29', '2026-07-05'],
    ['2026-w01', 'week', '2025-12-29', '2026-01-04'],
    ['2026-W53', 'week', '2026-12-28', '2027-01-03'],
    ['2026-02', 'month', '2026-02-01', '2026-02-28'],
    ['2028-02', 'month', '2028-02-01', '2028-02-29'],
    ['2026-Q3', 'quarter', '2026-07-01', '2026-09-30'],
    [' 2026 ', 'year', '2026-01-01', '2026-12-31'],
    ['2026-07-14..2026-07-20', 'range', '2026-07-14', '2026-07-20'],
    ['2026-01..2026-06', 'range', '2026-01-01', '2026-06-30'],
    ['2026-Q1 – 2026-09', 'range', '2026-01-01', '2026-09-30'],
    ['2026-07-14/2026-07-14', 'range', '2026-07-14', '2026-07-14'],
  ])('reads %j as a %s from %s to %s', (text, kind, from, to) => {
    expect(read(text)).toEqual({ kind, from, to });
  });

  it.each([
    '',
    'July',
    '2026-13',
    '2026-00',
    '2026-Q5',
    '2026-W00',
    '2025-W53',
    '2026-02-30',
    '26-07',
    '1926',
    '0001-01-01',
    '2026-07-14..',
    '..2026',
    '2026..2027..2028',
  ])('does not read %j', (text) => {
    expect(parsePeriod(text)).toEqual({
      ok: false,
      refusal: { code: 'period-unreadable', detail: { period: text } },
    });
  });

  it('is refused when it ends before it begins', () => {
    expect(parsePeriod('2026-08..2026-07')).toMatchObject({ refusal: { code: 'period-reversed' } });
  });

  it('is read as what was written', () => {
    fc.assert(
      fc.property(periods, (period) => {
        expect(read(periodText(period))).toEqual(period);
      }),
    );
  });
});

describe('the period before', () => {
  it.each([
    ['2026-03', '2026-02'],
    ['2026-01', '2025-12'],
    ['2026-Q1', '2025-Q4'],
    ['2026', '2025'],
    ['2026-W01', '2025-W52'],
    ['2026-01-01', '2025-12-31'],
    ['2026-01..2026-06', '2025-07..2025-12'],
    ['2026-07-14..2026-07-20', '2026-07-07..2026-07-13'],
  ])('of %s is %s', (text, before) => {
    expect(periodBefore(read(text))).toEqual(read(before));
  });

  it('ends the day before, and its days follow one another', () => {
    fc.assert(
      fc.property(periods, (period) => {
        const before = periodBefore(period);
        expect(addDays(before.to, 1)).toBe(period.from);
        const all = [...daysOf(before), ...daysOf(period)];
        expect(all).toEqual(all.map((_, index) => addDays(before.from, index)));
        expect(all.at(-1)).toBe(period.to);
      }),
      { numRuns: 50 },
    );
  });
});
