import { describe, expect, it } from 'vitest';
import { aForecastInput, aHypotheticalVisit, crowd } from '../../test/a-forecast-input.ts';
import { aCaller } from '../../test/waiting-visits.ts';
import { aClosedVisit, aWaitingVisit, CERT, CIVIL, minutesAfterT0 } from '../builders.ts';
import type { CounterId } from '../ids.ts';
import { cameTrue, lateBetween, nextHour, type NextHourInput } from './next-hour.ts';

const BOUND = { mode: { type: 'strict' }, maxWaitMinutes: 30 } as const;
const spare = (n: number, queueIds = [CIVIL]) =>
  aCaller({ counterId: `counter-${n}` as CounterId, queueIds });
const ahead = (input: Partial<NextHourInput>, seed = 1) =>
  nextHour(
    {
      ...aForecastInput({ rule: BOUND, ...input }),
      spare: input.spare ?? [spare(2)],
      closesAt: input.closesAt ?? minutesAfterT0(240),
    },
    seed,
  );
const comes = (perHour: number) => [{ visit: aHypotheticalVisit({ queueId: CIVIL }), perHour }];

describe('the next hour', () => {
  it('is how many wait, and for how long', () => {
    // Ten minutes each, the first called at once: after 15 minutes two were called, after an hour all six and one more.
    const [civil] = ahead({ waiting: crowd(6) }).queues;
    expect(civil?.queueId).toBe(CIVIL);
    expect(civil?.points.map(({ waiting }) => waiting)).toEqual([4, 2, 1, 0]);
    expect(civil?.points.map(({ longestMinutes }) => longestMinutes)).toEqual([19, 32, 46, 0]);
  });

  it('counts those who come', () => {
    const [civil] = ahead({ arrivalRates: comes(30) }).queues;
    expect(civil?.points.at(-1)?.waiting).toBeGreaterThan(20);
  });

  it('is the same for the same seed', () => {
    const input = { waiting: crowd(4), arrivalRates: comes(12) };
    expect(ahead(input, 7)).toEqual(ahead(input, 7));
  });
});

describe('the counter to open', () => {
  it('is one that spares people a wait beyond the bound, with what is expected', () => {
    const { suggestion } = ahead({ waiting: crowd(10) });
    expect(suggestion).toMatchObject({ counterId: 'counter-2', queueIds: [CIVIL] });
    expect(suggestion?.late.with).toBeLessThan(suggestion?.late.without ?? 0);
    expect(suggestion?.longestMinutes.with).toBeLessThan(suggestion?.longestMinutes.without ?? 0);
  });

  it('is none where all are called in time, nor where another queue waits', () => {
    expect(ahead({ waiting: crowd(2) }).suggestion).toBeNull();
    expect(ahead({ waiting: crowd(10), spare: [spare(2, [CERT])] }).suggestion).toBeNull();
    expect(ahead({ waiting: crowd(10), spare: [] }).suggestion).toBeNull();
  });

  it('is the one that helps most', () => {
    const both = ahead({ waiting: crowd(10), spare: [spare(2, [CERT]), spare(3, [CIVIL, CERT])] });
    expect(both.suggestion?.counterId).toBe('counter-3');
  });

  it('is none shortly before closing', () => {
    const closesAt = minutesAfterT0(29);
    expect(ahead({ waiting: crowd(10), closesAt }).suggestion).toBeNull();
  });
});

describe('afterwards', () => {
  const { late, longestMinutes } = {
    late: { without: 5, with: 1 },
    longestMinutes: { without: 52, with: 31 },
  };

  it('a suggestion was right when fewer waited too long than expected, or, without the counter, some did', () => {
    expect(cameTrue({ late, longestMinutes }, true, 4)).toBe(true);
    expect(cameTrue({ late, longestMinutes }, true, 5)).toBe(false);
    expect(cameTrue({ late, longestMinutes }, false, 2)).toBe(true);
    expect(cameTrue({ late, longestMinutes }, false, 1)).toBe(false);
  });

  it('those count who waited beyond the bound in that hour, called or not', () => {
    const at = minutesAfterT0;
    const visits = [
      aWaitingVisit({ arrivedAt: at(10), firstCalledAt: at(50) }),
      aWaitingVisit({ arrivedAt: at(10), firstCalledAt: at(40) }),
      aWaitingVisit({ arrivedAt: at(10) }),
      aWaitingVisit({ arrivedAt: at(85) }),
      aWaitingVisit({ arrivedAt: at(-60), firstCalledAt: at(-5) }),
      aClosedVisit({ arrivedAt: at(5), closedAt: at(36) }),
      aWaitingVisit({ arrivedAt: at(10), training: true }),
    ];
    expect(lateBetween(visits, at(0), at(60), 30 * 60_000)).toBe(3);
  });
});
