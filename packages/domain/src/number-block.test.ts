import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CIVIL, T0 } from './builders.ts';
import {
  countNumbers,
  highestFree,
  mostReserved,
  type NumberBlock,
  numbersOf,
  onlyThose,
} from './number-block.ts';
import { formatTicketNumber, nextNumber, type NumberSeries } from './ticket-number.ts';

const aSeries: fc.Arbitrary<NumberSeries> = fc
  .record({ from: fc.integer({ min: 1, max: 500 }), length: fc.integer({ min: 1, max: 300 }) })
  .map(({ from, length }) => ({ prefix: 'H', from, to: from + length - 1 }));
const asBlock = (series: NumberSeries, stretch: Pick<NumberBlock, 'from' | 'to'>): NumberBlock => ({
  queueId: CIVIL,
  prefix: series.prefix,
  ...stretch,
  reservedAt: T0,
});

describe('A block of numbers', () => {
  it('is taken from the end of the series, around what is taken', () => {
    const series = { prefix: 'H', from: 1, to: 999 };
    const taken = new Set(['H997', 'H999']);
    expect(highestFree(series, 4, (number) => taken.has(number))).toEqual([
      { from: 994, to: 996 },
      { from: 998, to: 998 },
    ]);
  });

  it('holds as many free numbers as are wanted, or all there are, each once', () => {
    fc.assert(
      fc.property(aSeries, fc.nat(400), fc.func(fc.boolean()), (series, count, isTaken) => {
        const all = Array.from({ length: series.to - series.from + 1 }, (_, n) =>
          formatTicketNumber(series, series.from + n),
        );
        const free = all.filter((number) => !isTaken(number));
        const blocks = highestFree(series, count, isTaken).map((each) => asBlock(series, each));
        const numbers = [...numbersOf(blocks)];
        expect(numbers).toEqual(free.slice(Math.max(0, free.length - count)));
        expect(countNumbers(blocks)).toBe(numbers.length);
      }),
    );
  });

  it('never meets the hub: whoever reserves and gives in turn, no number comes twice', () => {
    const moves = fc.array(fc.integer({ min: -1, max: 12 }), { maxLength: 60 });
    fc.assert(
      fc.property(aSeries, moves, (series, steps) => {
        const reserved = new Set<string>();
        const given = new Set<string>();
        let last: number | null = null;
        for (const step of steps) {
          if (step >= 0) {
            const isTaken = (number: string) => reserved.has(number) || given.has(number);
            const room = Math.min(step, mostReserved(series) - reserved.size);
            const blocks = highestFree(series, room, isTaken).map((each) => asBlock(series, each));
            for (const number of numbersOf(blocks)) {
              expect(isTaken(number)).toBe(false);
              reserved.add(number);
            }
            continue;
          }
          let next = nextNumber(series, last);
          while (next.ok && reserved.has(formatTicketNumber(series, next.value)))
            next = nextNumber(series, next.value);
          if (!next.ok) continue;
          last = next.value;
          const number = formatTicketNumber(series, last);
          expect(given.has(number)).toBe(false);
          given.add(number);
        }
        expect(reserved.size).toBeLessThanOrEqual(mostReserved(series));
        expect([...given].filter((number) => reserved.has(number))).toEqual([]);
      }),
    );
  });

  it('comes apart where numbers are taken out, and keeps all others in their order', () => {
    fc.assert(
      fc.property(aSeries, fc.func(fc.boolean()), (series, passes) => {
        const blocks = [asBlock(series, series)];
        const kept = onlyThose(blocks, passes);
        expect([...numbersOf(kept)]).toEqual([...numbersOf(blocks)].filter((each) => passes(each)));
        kept.forEach(({ from }, n) => {
          const before = kept[n - 1];
          if (before !== undefined) expect(from).toBeGreaterThan(before.to + 1);
        });
      }),
    );
  });

  it('is not for a series that has none to spare', () => {
    expect(mostReserved({ prefix: 'H', from: 1, to: 19 })).toBe(0);
    expect(mostReserved({ prefix: 'H', from: 1, to: 21 })).toBe(10);
  });
});
