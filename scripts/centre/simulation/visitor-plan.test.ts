import { createSeededRandom } from '@motcua/domain';
import { describe, expect, it } from 'vitest';
import {
  arrivalsPerMinute,
  breakAfter,
  fateOf,
  MINUTE_MS,
  visitorRequest,
} from './visitor-plan.ts';

const SEED = 1;
const CLERKS = 5;
const numbers = Array.from({ length: 600 }, (_, n) => `H${String(n + 1).padStart(3, '0')}`);
const fates = numbers.map((number) => fateOf(SEED, number));
const share = (some: readonly unknown[]) => some.length / fates.length;
const HALF_A_DAY = Array.from({ length: 180 }, (_, minute) =>
  arrivalsPerMinute(minute * MINUTE_MS),
);

describe('the simulated room', () => {
  it('fills in waves that five clerks cannot keep up with, and empties between them', () => {
    const visitMs = fates.reduce((sum, { walkMs, serviceMs }) => sum + walkMs + serviceMs, 0);
    const served = (CLERKS * MINUTE_MS * fates.length) / visitMs;
    expect(Math.max(...HALF_A_DAY)).toBeGreaterThan(1.5 * served);
    expect(Math.min(...HALF_A_DAY)).toBeLessThan(0.6 * served);
    const mean = HALF_A_DAY.reduce((sum, each) => sum + each, 0) / HALF_A_DAY.length;
    expect(mean).toBeLessThan(served);
  });

  it('makes a visitor wait more than half an hour occasionally, and most much less', () => {
    const random = createSeededRandom(SEED);
    const free = Array.from({ length: CLERKS }, () => 0);
    const waits: number[] = [];
    let at = 0;
    for (const { walkMs, serviceMs } of fates.slice(0, 100)) {
      at += random.exponential(MINUTE_MS / arrivalsPerMinute(at));
      const first = free.indexOf(Math.min(...free));
      const called = Math.max(at, free[first] ?? 0);
      waits.push(called - at);
      free[first] = called + walkMs + serviceMs;
    }
    const tooLong = waits.filter((wait) => wait > 30 * MINUTE_MS).length;
    expect(tooLong).toBeGreaterThan(0);
    expect(tooLong).toBeLessThan(waits.length / 2);
  });

  it('has visitors who miss their call, return, are parked and are transferred', () => {
    const missed = share(fates.filter(({ comes }) => !comes));
    expect(missed).toBeGreaterThan(0.07);
    expect(missed).toBeLessThan(0.11);
    expect(fates.some(({ comesLater }) => comesLater)).toBe(true);
    for (const course of ['park', 'transfer'] as const)
      expect(share(fates.filter((fate) => fate.course === course))).toBeGreaterThan(0.04);
  });

  it('repeats the same day from the same seed', () => {
    expect(numbers.map((number) => fateOf(SEED, number))).toEqual(fates);
    expect(numbers.map((number) => fateOf(SEED + 1, number))).not.toEqual(fates);
  });

  it('has priority, other languages, and clerks who take breaks', () => {
    const random = createSeededRandom(SEED);
    const wishes = numbers.map(() => visitorRequest(random));
    expect(wishes.some(({ priority }) => priority)).toBe(true);
    expect(new Set(wishes.map(({ language }) => language))).toEqual(new Set(['vi', 'en', 'de']));
    const breaks = numbers.flatMap(() => breakAfter(random) ?? []);
    expect(new Set(breaks.map(({ reason }) => reason)).size).toBe(4);
  });
});
