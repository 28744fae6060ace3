import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearestRank, overlap, spreadOf, union } from './statistics.ts';

const durations = fc.array(fc.nat(10_000_000), { minLength: 1 });
const spans = fc.array(
  fc.record({ from: fc.nat(1000), to: fc.nat(1000) }).filter(({ from, to }) => from <= to),
);

describe('a spread', () => {
  it('is empty, not zero, when nothing was measured', () => {
    expect(spreadOf([null, null])).toEqual({ count: 0, median: null, p90: null, longest: null });
  });

  it('takes the nearest rank', () => {
    expect(spreadOf([10, 1, 9, 2, 8, 3, 7, 4, 6, 5])).toEqual({
      count: 10,
      median: 5,
      p90: 9,
      longest: 10,
    });
  });

  it('is the single value when there is only one', () => {
    expect(spreadOf([7])).toEqual({ count: 1, median: 7, p90: 7, longest: 7 });
  });

  it('consists of measured values, in order', () => {
    fc.assert(
      fc.property(durations, (values) => {
        const { median, p90, longest } = spreadOf(values);
        expect(values).toEqual(expect.arrayContaining([median, p90, longest]));
        expect(median).toBeLessThanOrEqual(p90 ?? Number.NaN);
        expect(p90).toBeLessThanOrEqual(longest ?? Number.NaN);
      }),
    );
  });

  it('has at least the share of the values at or below the percentile, and no smaller value has', () => {
    fc.assert(
      fc.property(durations, fc.constantFrom(0.5, 0.9), (values, share) => {
        const sorted = values.toSorted((a, b) => a - b);
        const found = nearestRank(sorted, share) ?? Number.NaN;
        const needed = share * sorted.length - 1e-9;
        expect(sorted.filter((value) => value <= found).length).toBeGreaterThanOrEqual(needed);
        expect(sorted.filter((value) => value < found).length).toBeLessThan(needed);
      }),
    );
  });
});

describe('spans of time', () => {
  it('count time covered twice only once', () => {
    fc.assert(
      fc.property(spans, (all) => {
        const covered = Array.from({ length: 1000 }, (_, at) => at).filter((at) =>
          all.some(({ from, to }) => from <= at && at < to),
        );
        const total = union(all).reduce((sum, { from, to }) => sum + to - from, 0);
        expect(total).toBe(covered.length);
      }),
      { numRuns: 50 },
    );
  });

  it('have no overlap when they only touch', () => {
    expect(overlap({ from: 0, to: 5 }, { from: 5, to: 9 })).toBe(0);
    expect(overlap({ from: 0, to: 5 }, { from: 7, to: 9 })).toBe(0);
    expect(overlap({ from: 0, to: 6 }, { from: 5, to: 9 })).toBe(1);
  });
});
