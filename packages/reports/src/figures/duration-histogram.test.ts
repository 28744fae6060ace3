import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spreadOf } from '../statistics.ts';
import {
  durationsOf,
  MAX_RELATIVE_ERROR,
  mergeDurations,
  spreadOfDurations,
} from './duration-histogram.ts';

/** Up to a month, and more often short. */
const measured = fc.array(
  fc.oneof(fc.nat(300), fc.nat(3_600_000), fc.nat(2_678_400_000), fc.constant(null)),
);
const expectWithin = (found: number | null, exact: number | null) =>
  expect(Math.abs((found ?? Number.NaN) - (exact ?? Number.NaN))).toBeLessThanOrEqual(
    MAX_RELATIVE_ERROR * (exact ?? 0),
  );

describe('a histogram of durations', () => {
  it('states an error of at most 1 %', () => {
    expect(MAX_RELATIVE_ERROR).toBeLessThanOrEqual(0.01);
  });

  it('is none when nothing was measured', () => {
    expect(durationsOf([null])).toBeNull();
    expect(spreadOfDurations(null)).toEqual({ count: 0, median: null, p90: null, longest: null });
  });

  it('has the percentiles of the raw durations within its error, count, sum and longest exactly', () => {
    fc.assert(
      fc.property(measured, (values) => {
        const raw = spreadOf(values);
        const durations = durationsOf(values);
        const { count, median, p90, longest } = spreadOfDurations(durations);
        expect([count, longest]).toEqual([raw.count, raw.longest]);
        if (durations === null) return;
        expect(durations.sum).toBe(values.reduce<number>((sum, each) => sum + (each ?? 0), 0));
        expectWithin(median, raw.median);
        expectWithin(p90, raw.p90);
      }),
    );
  });

  it('is the same in whatever order and grouping it was made', () => {
    fc.assert(
      fc.property(measured, measured, measured, (a, b, c) => {
        const merge = (...all: readonly (readonly (number | null)[])[]) =>
          mergeDurations(all.flatMap((each) => durationsOf(each) ?? []));
        const whole = durationsOf([...a, ...b, ...c]);
        expect(merge(a, b, c)).toEqual(whole);
        expect(merge(c, [...b, ...a])).toEqual(whole);
      }),
    );
  });

  it('never exceeds the longest', () => {
    expect(spreadOfDurations(durationsOf([1_000_000])).median).toBe(1_000_000);
  });
});
