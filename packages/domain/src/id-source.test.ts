import { randomFillSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { T0 as NOON } from './builders.ts';
import { CODE_DIGITS, createIdSource } from './id-source.ts';
import type { Instant } from './ids.ts';

const newId = createIdSource(randomFillSync);

describe('an id', () => {
  it('is of one length and letters, and never given twice, also beyond one fetch of randomness', () => {
    const ids = Array.from({ length: 1_000 }, () => newId(NOON));
    for (const id of ids) expect(id).toMatch(/^[0-9bcghklmnpq]{30}$/);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('grows with time', () => {
    const times = [0, 1, 1_000, NOON, NOON + 1, 4_102_444_800_000] as Instant[];
    const ids = times.map(newId);
    expect(ids.toSorted()).toEqual(ids);
  });

  it('has every random bit both ways', () => {
    const ones = Array.from({ length: 80 }, () => 0);
    for (let n = 0; n < 400; n += 1) {
      const signs = [...newId(NOON).slice(10)].map((each) =>
        CODE_DIGITS.indexOf(each).toString(16),
      );
      const bits = BigInt(`0x${signs.join('')}`);
      for (let bit = 0; bit < 80; bit += 1)
        ones[bit] = (ones[bit] ?? 0) + Number((bits >> BigInt(bit)) & 1n);
    }
    // Of 400 throws of a coin, fewer than 100 or more than 300 heads never happen.
    expect(ones.filter((count) => count < 100 || count > 300)).toEqual([]);
  });
});
