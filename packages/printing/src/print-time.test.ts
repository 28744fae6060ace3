import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPrintTime } from './print-time.ts';

const MECHANICS_MS = 10_000;
/** 80 mm wide, 150 mm long. */
const SLIP_BYTES = 72 * 1_200;

describe('The expected print time', () => {
  it('allows 1 KB a second for a connection of unknown speed', () => {
    expect(createPrintTime(MECHANICS_MS).longestMs(SLIP_BYTES)).toBeGreaterThan(
      SLIP_BYTES + MECHANICS_MS,
    );
  });

  it('is learnt, so that a fast printer that falls silent is detected earlier than a slow one', () => {
    const time = createPrintTime(MECHANICS_MS);
    time.learn(SLIP_BYTES, 2_000);
    expect(time.expectedMs(SLIP_BYTES)).toBe(2_000);
    expect(time.longestMs(SLIP_BYTES)).toBe(MECHANICS_MS + 5_000);
  });

  it('follows a slower slip at once, and a faster one gradually', () => {
    const time = createPrintTime(MECHANICS_MS);
    time.learn(1_000, 1_000);
    time.learn(1_000, 4_000);
    expect(time.expectedMs(1_000)).toBe(4_000);
    time.learn(1_000, 1_000);
    expect(time.expectedMs(1_000)).toBeLessThan(4_000);
    expect(time.expectedMs(1_000)).toBeGreaterThan(1_000);
  });

  it('is never more than that of the slowest supported printer, nor less than the last print took', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 600_000 })), (tookMs) => {
        const time = createPrintTime(MECHANICS_MS);
        const unknown = time.longestMs(SLIP_BYTES);
        for (const each of tookMs) time.learn(SLIP_BYTES, each);
        const longest = time.longestMs(SLIP_BYTES);
        expect(longest).toBeLessThanOrEqual(unknown);
        expect(longest).toBeGreaterThanOrEqual(Math.min(tookMs.at(-1) ?? 0, unknown));
      }),
    );
  });
});
