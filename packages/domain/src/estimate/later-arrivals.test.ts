import { describe, expect, it } from 'vitest';
import { aHypotheticalVisit } from '../../test/a-forecast-input.ts';
import { CERT, CIVIL, minutesAfterT0, T0 } from '../builders.ts';
import type { WaitingVisit } from '../calling/calling-rule.ts';
import { laterArrivals } from './later-arrivals.ts';
import { RecentArrivals } from './recent-arrivals.ts';

const arrivalRates = [
  { visit: aHypotheticalVisit({ queueId: CIVIL }), perHour: 30 },
  { visit: aHypotheticalVisit({ queueId: CERT, priority: 'priority' }), perHour: 10 },
];
const HOURS = 200;
const later = (seed: number): readonly WaitingVisit[] => {
  const visits = laterArrivals(arrivalRates, T0, seed);
  return Array.from({ length: HOURS * 40 }, () => visits.next().value ?? aHypotheticalVisit());
};

describe('later arrivals', () => {
  it('come in order, each with an id and a place in the day behind those who came', () => {
    const visits = later(1);
    expect(visits.map(({ arrivedAt }) => arrivedAt)).toEqual(
      visits.map(({ arrivedAt }) => arrivedAt).toSorted((a, b) => a - b),
    );
    expect(visits.every(({ arrivedAt }) => arrivedAt > T0)).toBe(true);
    expect(new Set(visits.map(({ id }) => id)).size).toBe(visits.length);
    expect(Math.min(...visits.map(({ ticket }) => ticket.seq))).toBe(1_001);
  });

  it('are as many an hour as the rate gives, of each kind', () => {
    const visits = later(2);
    const hours = ((visits.at(-1)?.arrivedAt ?? T0) - T0) / 3_600_000;
    expect(hours / HOURS).toBeCloseTo(1, 1);
    const withPriority = visits.filter(({ priority }) => priority === 'priority');
    expect(withPriority.every(({ queueId }) => queueId === CERT)).toBe(true);
    expect(withPriority.length / visits.length).toBeCloseTo(0.25, 1);
  });

  it('are the same for the same seed', () => {
    expect(later(3)).toEqual(later(3));
    expect(later(3)).not.toEqual(later(4));
  });

  it('are none when no rate is given', () => {
    expect([...laterArrivals([{ visit: aHypotheticalVisit(), perHour: 0 }], T0, 1)]).toEqual([]);
  });
});

describe('recent arrivals', () => {
  it('say how many come in an hour, once they have come for an hour or two', () => {
    const arrivals = new RecentArrivals();
    for (let minute = 0; minute <= 120; minute += 3)
      arrivals.add(CIVIL, 'normal', minutesAfterT0(minute));
    expect(arrivals.perHour(CIVIL, 'normal', minutesAfterT0(120))).toBeCloseTo(20, -1);
    expect(arrivals.perHour(CIVIL, 'priority', minutesAfterT0(120))).toBe(0);
    expect(arrivals.perHour(CERT, 'normal', minutesAfterT0(120))).toBe(0);
  });

  it('weigh as much however late they are reported', () => {
    const recent = new RecentArrivals();
    const late = new RecentArrivals();
    for (const minute of [0, 10, 20]) {
      recent.add(CIVIL, 'normal', minutesAfterT0(minute));
      late.add(CIVIL, 'normal', minutesAfterT0(minute), minutesAfterT0(60));
    }
    const at = minutesAfterT0(60);
    expect(late.perHour(CIVIL, 'normal', at)).toBeCloseTo(recent.perHour(CIVIL, 'normal', at));
  });

  it('fade when no visitor comes any more', () => {
    const arrivals = new RecentArrivals();
    arrivals.add(CIVIL, 'normal', T0);
    expect(arrivals.perHour(CIVIL, 'normal', T0)).toBe(2);
    expect(arrivals.perHour(CIVIL, 'normal', minutesAfterT0(120))).toBeLessThan(0.05);
  });
});
