import { describe, expect, it } from 'vitest';
import { createSeededRandom, drawAt } from './seeded-random.ts';

describe('seeded random', () => {
  it('gives the same sequence for the same seed, and another for another', () => {
    const row = (seed: number) => Array.from({ length: 20 }, createSeededRandom(seed).next);
    expect(row(7)).toEqual(row(7));
    expect(row(7)).not.toEqual(row(8));
  });

  it('draws at a position what comes there in the sequence', () => {
    const random = createSeededRandom(7);
    for (let at = 1; at <= 100; at += 1) expect(drawAt(7, at)).toBe(random.next());
  });

  it('spreads evenly from 0 to 1', () => {
    const { next } = createSeededRandom(1);
    const tenths = Array<number>(10).fill(0);
    for (let draw = 0; draw < 10_000; draw += 1) {
      const tenth = Math.floor(next() * 10);
      tenths[tenth] = (tenths[tenth] ?? 0) + 1;
    }
    // Each is 1,000 but for chance, of which four standard deviations are 120.
    for (const count of tenths) expect(Math.abs(count - 1_000)).toBeLessThan(120);
  });
});
