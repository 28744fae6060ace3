import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawLogNormal, drawRest, normalQuantile, normalShare } from './log-normal.ts';

const share = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const anyTime = fc.record({
  medianMs: fc.integer({ min: 15_000, max: 3_600_000 }),
  spread: fc.double({ min: 0, max: 1, noNaN: true }),
});

describe('a normal distribution', () => {
  it('has the shares that tables give', () => {
    expect(normalShare(0)).toBeCloseTo(0.5, 4);
    expect(normalShare(1)).toBeCloseTo(0.8413, 3);
    expect(normalShare(-1.96)).toBeCloseTo(0.025, 3);
    expect(normalQuantile(0.95)).toBeCloseTo(1.645, 2);
    expect(normalQuantile(0.025)).toBeCloseTo(-1.96, 2);
  });

  it('leads from a share to its quantile and back', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 0.999, noNaN: true }), (share) => {
        expect(normalShare(normalQuantile(share))).toBeCloseTo(share, 2);
      }),
    );
  });
});

describe('a log-normal time', () => {
  it('is the median at share one half, and always when there is no spread', () => {
    expect(drawLogNormal({ medianMs: 480_000, spread: 0.6 }, 0.5)).toBeCloseTo(480_000, -3);
    expect(drawLogNormal({ medianMs: 480_000, spread: 0 }, 0.99)).toBe(480_000);
    expect(drawRest({ medianMs: 480_000, spread: 0 }, 300_000, 0.99)).toBe(180_000);
    expect(drawRest({ medianMs: 480_000, spread: 0 }, 500_000, 0.99)).toBe(0);
  });

  it('has a rest that is never negative and grows with the share', () => {
    const elapsed = fc.integer({ min: 0, max: 20_000_000 });
    fc.assert(
      fc.property(anyTime, elapsed, share, share, (time, elapsedMs, one, other) => {
        const [less, more] = [Math.min(one, other), Math.max(one, other)];
        expect(drawRest(time, elapsedMs, less)).toBeGreaterThanOrEqual(0);
        expect(drawRest(time, elapsedMs, more)).toBeGreaterThanOrEqual(
          drawRest(time, elapsedMs, less),
        );
      }),
    );
  });

  it('has the rest of those that took longer: past the median, the middle of the upper half', () => {
    const time = { medianMs: 480_000, spread: 0.6 };
    const middle = drawRest(time, time.medianMs, 0.5) + time.medianMs;
    expect(middle / drawLogNormal(time, 0.75)).toBeCloseTo(1, 2);
  });
});
