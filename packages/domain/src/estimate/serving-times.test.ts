import { describe, expect, it } from 'vitest';
import { CERT, CIVIL } from '../builders.ts';
import type { QueueId } from '../ids.ts';
import { drawLogNormal } from './log-normal.ts';
import { createSeededRandom } from './seeded-random.ts';
import { ServingTimes } from './serving-times.ts';

const MINUTE_MS = 60_000;
const SOCIAL = 'social' as QueueId;
const minutesOf = (times: ServingTimes, queueId: QueueId) => times.of(queueId).medianMs / MINUTE_MS;

function serve(times: ServingTimes, queueId: QueueId, count: number, minutes: number): void {
  const random = createSeededRandom(count);
  for (let i = 0; i < count; i += 1)
    times.addService(
      queueId,
      drawLogNormal({ medianMs: minutes * MINUTE_MS, spread: 0.5 }, random.next()),
    );
}

describe('serving times', () => {
  it('are seven minutes, and very uncertain, before the first visit was served', () => {
    const times = new ServingTimes();
    expect(minutesOf(times, CIVIL)).toBeCloseTo(7);
    expect(times.of(CIVIL).uncertainty).toBeGreaterThan(0.4);
    expect(times.changeoverMs).toBeCloseTo(MINUTE_MS);
    expect(times.noShowShare).toBe(0.05);
  });

  it('approach what was served lately, and grow more certain the more is known', () => {
    const times = new ServingTimes();
    const doubts = [1, 5, 34].map((more) => {
      serve(times, CIVIL, more, 20);
      return times.of(CIVIL).uncertainty;
    });
    expect(doubts).toEqual(doubts.toSorted((a, b) => b - a));
    expect(minutesOf(times, CIVIL)).toBeGreaterThan(14);
    expect(minutesOf(times, CIVIL)).toBeLessThan(23);
    expect(times.of(CIVIL).spread).toBeGreaterThan(0.35);
    expect(times.of(CIVIL).spread).toBeLessThan(0.65);
  });

  it('of an unknown queue are those of its site', () => {
    const times = new ServingTimes();
    serve(times, CIVIL, 60, 20);
    serve(times, CERT, 1, 3);
    expect(minutesOf(times, SOCIAL)).toBeGreaterThan(13);
    expect(minutesOf(times, CERT)).toBeGreaterThan(10);
    expect(minutesOf(times, CERT)).toBeLessThan(minutesOf(times, SOCIAL));
  });

  it('hardly move for a visit forgotten over lunch or finished by mistake', () => {
    const odd = [170, 175, 180].map((minutes) => minutes * MINUTE_MS).concat(0, 500);
    const times = new ServingTimes();
    serve(times, CIVIL, 35, 8);
    const before = times.of(CIVIL);
    for (const ms of odd) times.addService(CIVIL, ms);
    expect(times.of(CIVIL).medianMs / before.medianMs).toBeGreaterThan(0.85);
    expect(times.of(CIVIL).medianMs / before.medianMs).toBeLessThan(1.2);
  });

  it('follow a change within the next forty', () => {
    const times = new ServingTimes();
    serve(times, CIVIL, 40, 20);
    serve(times, CIVIL, 40, 5);
    expect(minutesOf(times, CIVIL)).toBeLessThan(7);
  });

  it('do not depend on how often they are read', () => {
    const asked = new ServingTimes();
    const silent = new ServingTimes();
    for (const ms of [300_000, 500_000, 420_000]) {
      asked.addService(CIVIL, ms);
      asked.of(CIVIL);
      silent.addService(CIVIL, ms);
    }
    expect(asked.of(CIVIL)).toEqual(silent.of(CIVIL));
  });

  it('include how many do not come, how long that takes, and how long it takes to come', () => {
    const times = new ServingTimes();
    for (let call = 0; call < 200; call += 1) {
      if (call % 5 === 0) times.addNoShow(4 * MINUTE_MS);
      else {
        times.addChangeover(0.5 * MINUTE_MS);
        times.addService(CIVIL, 8 * MINUTE_MS);
      }
    }
    expect(times.noShowShare).toBeGreaterThan(0.17);
    expect(times.noShowShare).toBeLessThan(0.2);
    expect(times.changeoverMs / MINUTE_MS).toBeCloseTo(0.55, 1);
    expect(times.noShowMs / MINUTE_MS).toBeCloseTo(3.8, 0);
  });
});
