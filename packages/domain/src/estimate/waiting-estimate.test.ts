import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  aHypotheticalVisit,
  aForecastInput,
  counters,
  crowd,
  LIFELIKE,
} from '../../test/a-forecast-input.ts';
import { anyCaller, anyRoom, anyRule, place } from '../../test/waiting-visits.ts';
import { CERT, CIVIL, minutesAfterT0 } from '../builders.ts';
import type { CounterNow, ForecastInput } from './forecast.ts';
import {
  AS_FORECAST,
  estimateInSlices,
  estimateWaits,
  toRange,
  type WaitForecast,
} from './waiting-estimate.ts';

const hypotheticalVisit = aHypotheticalVisit();
const outlookIn = (input: Partial<ForecastInput>, who = hypotheticalVisit, seed = 1) =>
  estimateWaits(aForecastInput(input), [who], seed).get(who.id) ?? null;
const certain = (minutes: number): WaitForecast => ({
  low: minutes,
  middle: minutes,
  high: minutes,
});

const anySeed = fc.nat();
const anyDoing = fc.oneof(
  fc.constant<CounterNow['doing']>({ type: 'free' }),
  fc.record({
    type: fc.constantFrom('calling' as const, 'serving' as const),
    queueId: fc.constantFrom(CIVIL, CERT),
    since: fc.integer({ min: -30, max: 0 }).map(minutesAfterT0),
  }),
  fc.record({
    type: fc.constant('paused' as const),
    reason: fc.constantFrom('lunch' as const, 'short-break' as const),
  }),
);
const anyCounters = fc.array(fc.record({ caller: anyCaller, doing: anyDoing }), { maxLength: 4 });
const hypotheticalVisits = [
  aHypotheticalVisit({ ...place(1_000), queueId: CIVIL, priority: 'normal' }),
  aHypotheticalVisit({ ...place(1_001), queueId: CIVIL, priority: 'priority' }),
  aHypotheticalVisit({ ...place(1_002), queueId: CERT, priority: 'normal' }),
  aHypotheticalVisit({ ...place(1_003), queueId: CERT, priority: 'priority' }),
];
const arrivalRates = hypotheticalVisits.map((visit) => ({ visit, perHour: 3 }));
const anyForecastInput = fc
  .record({ waiting: anyRoom, counters: anyCounters, rule: anyRule })
  .map((parts) =>
    aForecastInput({ ...parts, at: minutesAfterT0(40), pace: LIFELIKE, arrivalRates }),
  );

describe('the forecast without chance', () => {
  it.each([
    [1, 0, 0],
    [1, 1, 10],
    [1, 5, 50],
    [2, 1, 0],
    [2, 4, 20],
    [3, 8, 20],
  ])(
    'of %s free counters and %s people waiting is %s + … minutes, by hand',
    (open, ahead, wait) => {
      expect(outlookIn({ counters: counters(open), waiting: crowd(ahead) })).toEqual(certain(wait));
    },
  );

  it('counts what is left of the service that goes on', () => {
    const since = minutesAfterT0(-4);
    const serving = counters(1, { type: 'serving', queueId: CIVIL, since });
    expect(outlookIn({ counters: serving, waiting: crowd(2) })).toEqual(certain(26));
    const overdue = counters(1, { type: 'serving', queueId: CIVIL, since: minutesAfterT0(-30) });
    expect(outlookIn({ counters: overdue })).toEqual(certain(0));
  });

  it('counts the walk of a called visitor, and the wait for those who do not come', () => {
    const pace = { ...aForecastInput().pace, changeoverMs: 60_000 };
    expect(outlookIn({ pace, waiting: crowd(2) })).toEqual(certain(22));
    const noShows = { ...pace, noShowShare: 1, noShowMs: 180_000 };
    expect(outlookIn({ pace: noShows, waiting: crowd(2) })).toEqual(certain(6));
  });

  it('lets priority pass, also visitors who come with it later', () => {
    const priority = aHypotheticalVisit({ ...place(1_001), priority: 'priority' });
    expect(outlookIn({ waiting: crowd(3) }, priority)).toEqual(certain(0));
    expect(outlookIn({ waiting: crowd(2, 'priority') })).toEqual(certain(20));
    const later = [{ visit: priority, perHour: 3 }];
    const overtaken = outlookIn({ waiting: crowd(4), arrivalRates: later });
    expect(overtaken?.middle).toBeGreaterThan(45);
  });

  it('waits over noon', () => {
    const closings = [{ from: minutesAfterT0(15), to: minutesAfterT0(105) }];
    expect(outlookIn({ closings, waiting: crowd(1) })).toEqual(certain(10));
    expect(outlookIn({ closings, waiting: crowd(3) })).toEqual(certain(115));
  });

  it('estimates a visit that waits already, at its place', () => {
    const waiting = crowd(3);
    const asked = [...waiting, hypotheticalVisit];
    const waitForecasts = estimateWaits(aForecastInput({ waiting }), asked, 1);
    expect(asked.map(({ id }) => waitForecasts.get(id)?.middle)).toEqual([0, 10, 20, 30]);
  });
});

describe('an estimate', () => {
  it('is the same for the same seed', () => {
    fc.assert(
      fc.property(anyForecastInput, anySeed, (input, seed) => {
        expect(estimateWaits(input, hypotheticalVisits, seed)).toEqual(
          estimateWaits(input, hypotheticalVisits, seed),
        );
      }),
      { numRuns: 20 },
    );
    const lifelike = { pace: LIFELIKE, waiting: crowd(5) };
    expect(outlookIn(lifelike, hypotheticalVisit, 1)).not.toEqual(
      outlookIn(lifelike, hypotheticalVisit, 2),
    );
  });

  it('is the same in slices, and leaves the given room as it was', () => {
    const input = aForecastInput({ pace: LIFELIKE, waiting: crowd(5), arrivalRates });
    const before = structuredClone(input.waiting);
    const slices = estimateInSlices(input, hypotheticalVisits, 1);
    let pauses = 0;
    let slice = slices.next();
    for (; slice.done !== true; slice = slices.next()) pauses += 1;
    expect(slice.value).toEqual(estimateWaits(input, hypotheticalVisits, 1));
    expect(pauses).toBe(200);
    expect(input.waiting).toEqual(before);
  });

  it('of hypothetical visits does not depend on which others are asked for', () => {
    fc.assert(
      fc.property(anyForecastInput, anySeed, (input, seed) => {
        const together = estimateWaits(input, hypotheticalVisits, seed);
        for (const single of hypotheticalVisits)
          expect(estimateWaits(input, [single], seed).get(single.id)).toEqual(
            together.get(single.id),
          );
      }),
      { numRuns: 20 },
    );
  });

  it('is never negative and in order', () => {
    fc.assert(
      fc.property(anyForecastInput, anySeed, (input, seed) => {
        for (const outlook of estimateWaits(input, hypotheticalVisits, seed).values()) {
          if (outlook === null) continue;
          expect(outlook.low).toBeGreaterThanOrEqual(0);
          expect(outlook.middle).toBeGreaterThanOrEqual(outlook.low);
          expect(outlook.high).toBeGreaterThanOrEqual(outlook.middle);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('is recomputed when a further counter opens', () => {
    const waiting = crowd(8);
    const one = outlookIn({ pace: LIFELIKE, waiting });
    const two = outlookIn({ pace: LIFELIKE, waiting, counters: counters(2) });
    expect(two?.high).toBeLessThan(one?.middle ?? 0);
  });

  it('is not given where no counter is open, or only one that pauses', () => {
    expect(outlookIn({ counters: [] })).toBeNull();
    expect(outlookIn({ counters: counters(1, { type: 'paused', reason: 'lunch' }) })).toBeNull();
    expect(outlookIn({}, aHypotheticalVisit({ queueId: CERT }))).toBeNull();
  });

  it('expects a paused counter beside an open one to come back', () => {
    const waiting = crowd(7);
    const [open, other] = counters(2);
    if (open === undefined || other === undefined) throw new Error('Two counters are needed');
    const pausing = { ...other, doing: { type: 'paused', reason: 'short-break' } as const };
    const alone = outlookIn({ waiting, counters: [open] })?.middle ?? 0;
    const helped = outlookIn({ waiting, counters: [open, pausing] })?.middle ?? 0;
    const both = outlookIn({ waiting, counters: [open, other] })?.middle ?? 0;
    expect(helped).toBeLessThan(alone);
    expect(helped).toBeGreaterThan(both);
  });

  it('is not given beyond four hours, however many wait', () => {
    expect(outlookIn({ waiting: crowd(24) })).toEqual(certain(240));
    expect(outlookIn({ waiting: crowd(25) })).toBeNull();
  });
});

describe('the range that is shown', () => {
  const minutes = fc.double({ min: 0, max: 120, noNaN: true });
  const anyForecast = fc
    .tuple(minutes, minutes, minutes)
    .map((all) => all.toSorted((a, b) => a - b))
    .map(([low = 0, middle = 0, high = 0]): WaitForecast => ({ low, middle, high }));

  it('has whole minutes, in fives above a quarter of an hour, and only widens', () => {
    fc.assert(
      fc.property(anyForecast, (outlook) => {
        const range = toRange(outlook, AS_FORECAST);
        if (range === null) return;
        const { fromMinutes, toMinutes } = range;
        expect(fromMinutes).toBeGreaterThanOrEqual(0);
        expect(toMinutes).toBeGreaterThan(fromMinutes);
        expect(fromMinutes).toBeLessThanOrEqual(outlook.low);
        expect(toMinutes).toBeGreaterThanOrEqual(outlook.high);
        for (const end of [fromMinutes, toMinutes])
          expect(end < 15 ? Number.isInteger(end) : end % 5 === 0).toBe(true);
      }),
    );
  });

  it.each([
    [certain(0), { fromMinutes: 0, toMinutes: 2 }],
    [
      { low: 3.4, middle: 6, high: 9.2 },
      { fromMinutes: 3, toMinutes: 10 },
    ],
    [
      { low: 12.5, middle: 20, high: 31 },
      { fromMinutes: 12, toMinutes: 35 },
    ],
    [
      { low: 17, middle: 20, high: 25 },
      { fromMinutes: 15, toMinutes: 25 },
    ],
    [{ low: 10, middle: 30, high: 75 }, null],
  ])('of %o is %o', (outlook, range) => {
    expect(toRange(outlook, AS_FORECAST)).toEqual(range);
  });

  it('never is a single minute', () => {
    expect(toRange(certain(5), AS_FORECAST)).toEqual({ fromMinutes: 4, toMinutes: 6 });
    expect(toRange(certain(30), AS_FORECAST)).toEqual({ fromMinutes: 25, toMinutes: 35 });
  });

  it('is smallest in an empty room with a free counter', () => {
    const smallest = toRange(outlookIn({ pace: LIFELIKE }) ?? certain(99), AS_FORECAST);
    expect(smallest).toEqual({ fromMinutes: 0, toMinutes: 2 });
    fc.assert(
      fc.property(anyForecast, (outlook) => {
        const range = toRange(outlook, AS_FORECAST);
        if (range !== null) expect(range.toMinutes - range.fromMinutes).toBeGreaterThanOrEqual(2);
      }),
    );
  });

  it('is widened from the middle to the side on which promises were broken', () => {
    const outlook = { low: 4, middle: 8, high: 12 };
    expect(toRange(outlook, { early: 2, late: 1 })).toEqual({ fromMinutes: 0, toMinutes: 12 });
    expect(toRange(outlook, { early: 1, late: 1.5 })).toEqual({ fromMinutes: 4, toMinutes: 14 });
  });
});
