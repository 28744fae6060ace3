import fc from 'fast-check';
import { expect, it } from 'vitest';
import { MAX_DELIVERY_ATTEMPTS, retryDelayMs } from './webhook-retry.ts';

it('waits at random up to a bound that doubles, and gives up in the end', () => {
  const almostOne = 1 - Number.EPSILON;
  expect(retryDelayMs(1, almostOne)).toBe(10_000);
  expect(retryDelayMs(3, almostOne)).toBe(40_000);
  expect(retryDelayMs(MAX_DELIVERY_ATTEMPTS, 0)).toBeNull();
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: MAX_DELIVERY_ATTEMPTS - 1 }),
      fc.double({ min: 0, max: almostOne, noNaN: true }),
      (attempts, random) => {
        const delay = retryDelayMs(attempts, random) ?? -1;
        expect(delay).toBeGreaterThanOrEqual(0);
        expect(delay).toBeLessThanOrEqual(4 * 3_600_000);
      },
    ),
  );
});
