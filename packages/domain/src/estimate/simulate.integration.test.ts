import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  aForecastInput,
  aHypotheticalVisit,
  counters,
  crowd,
  FCFS,
  LIFELIKE,
} from '../../test/a-forecast-input.ts';
import { agrees, erlangC, playTextbook, TEXTBOOK_CASES } from '../../test/erlang-c.ts';
import {
  aCaller,
  anyCaller,
  anyMoment,
  anyRoom,
  anyRule,
  place,
} from '../../test/waiting-visits.ts';
import { aWaitingVisit, CERT, CIVIL, minutesAfterT0, T0 } from '../builders.ts';
import { chooseNext, type Caller, type WaitingVisit } from '../calling/calling-rule.ts';
import type { Instant } from '../ids.ts';
import { simulate, type SimulatedCourse } from './simulate.ts';
import { priorityAt } from '../calling/priority.ts';
import { seedAt } from './seeded-random.ts';
import type { QueueRule } from '../site/site.ts';
import { createWaitingRoom } from '../calling/waiting-room.ts';
import { estimateWaits } from './waiting-estimate.ts';

const MINUTE_MS = 60_000;
const TEN_MS = 10 * MINUTE_MS;

/** Minutes after T0 at which each was called, by ticket. */
function callsOf(course: Partial<SimulatedCourse>): Readonly<Record<number, number>> {
  const calls: Record<number, number> = {};
  simulate({
    room: createWaitingRoom(),
    rule: FCFS,
    counters: [{ caller: aCaller(), freeAt: T0 }],
    closings: [],
    arrivals: [].values(),
    wakeUps: [],
    until: minutesAfterT0(600),
    call: ({ ticket }, at) => {
      calls[ticket.seq] = (at - T0) / MINUTE_MS;
      return TEN_MS;
    },
    ...course,
  });
  return calls;
}

/** Calls by reading every visit, one every ten minutes. */
function orderByLooking(
  all: readonly WaitingVisit[],
  first: Caller,
  from: Instant,
  rule: QueueRule,
): readonly number[] {
  const order: number[] = [];
  let caller = first;
  let left = all;
  for (let at = from; ; at = (at + TEN_MS) as Instant) {
    const next = chooseNext(left, caller, at, rule);
    if (next === null) return order;
    order.push(next.visit.ticket.seq);
    left = left.filter((visit) => visit !== next.visit);
    const recentCalls = [...caller.recentCalls, priorityAt(next.visit, at)];
    caller = { ...caller, recentCalls };
  }
}

describe('a simulation', () => {
  it('calls in exactly the order in which the calling rule chooses', () => {
    fc.assert(
      fc.property(anyRoom, anyCaller, anyMoment, anyRule, (all, caller, at, rule) => {
        const order: number[] = [];
        simulate({
          room: createWaitingRoom(all),
          rule,
          counters: [{ caller, freeAt: at }],
          closings: [],
          arrivals: [].values(),
          wakeUps: [],
          until: minutesAfterT0(6_000),
          call: ({ ticket }) => {
            order.push(ticket.seq);
            return TEN_MS;
          },
        });
        expect(order).toEqual(orderByLooking(all, caller, at, rule));
      }),
      { numRuns: 500 },
    );
  });

  it('calls at once when a visitor comes to a free counter, and then when it is free again', () => {
    const comes = [3, 5].map((minute) =>
      aWaitingVisit({ ...place(minute), arrivedAt: minutesAfterT0(minute) }),
    );
    expect(callsOf({ arrivals: comes.values() })).toEqual({ 3: 3, 5: 13 });
  });

  it('gives the next arrival to the counter that has been free longest', () => {
    const comes = [
      aWaitingVisit({ ...place(8), arrivedAt: minutesAfterT0(8) }),
      aWaitingVisit({ ...place(9), arrivedAt: minutesAfterT0(9), queueId: CERT }),
    ];
    const free = [
      { caller: aCaller({ queueIds: [CIVIL] }), freeAt: minutesAfterT0(5) },
      { caller: aCaller({ queueIds: [CIVIL, CERT] }), freeAt: minutesAfterT0(1) },
    ];
    expect(callsOf({ counters: free, arrivals: comes.values() })).toEqual({ 8: 8, 9: 18 });
  });

  it('calls no visit while the centre is closed, and goes on afterwards', () => {
    const closings = [{ from: minutesAfterT0(5), to: minutesAfterT0(95) }];
    expect(callsOf({ room: createWaitingRoom(crowd(3)), closings })).toEqual({
      1: 0,
      2: 95,
      3: 105,
    });
  });

  it('calls a visit that may not be called before its time when that time comes', () => {
    const notBefore = minutesAfterT0(7);
    const room = createWaitingRoom([aWaitingVisit({ ...place(1), notBefore })]);
    expect(callsOf({ room, wakeUps: [notBefore] })).toEqual({ 1: 7 });
  });

  it('ends when no visit is left, when time is up, and when it was enough', () => {
    expect(callsOf({ room: createWaitingRoom(crowd(2)) })).toEqual({ 1: 0, 2: 10 });
    const until = minutesAfterT0(15);
    expect(callsOf({ room: createWaitingRoom(crowd(9)), until })).toEqual({ 1: 0, 2: 10 });
    let calls = 0;
    const call = () => ((calls += 1) === 3 ? 'enough' : TEN_MS);
    callsOf({ room: createWaitingRoom(crowd(9)), call });
    expect(calls).toBe(3);
  });
});

describe('the simulator against the textbook', () => {
  // 20 days of 2,000 visits: the error of each mean is below a tenth, and four times that is the most it may be off.
  const EFFORT = { days: 20, visitsPerDay: 2_000 };

  it.each(TEXTBOOK_CASES.map((textbook, index) => ({ ...textbook, index })))(
    'meets Erlang C with $counters counters at load $load',
    ({ index, ...textbook }) => {
      const formula = erlangC(textbook);
      const played = playTextbook(textbook, EFFORT, seedAt(1, index));
      expect(agrees(played.meanWait, formula.meanWait, 0.1)).toBe(true);
      expect(agrees(played.shareWaiting, formula.shareWaiting, 0.1)).toBe(true);
    },
  );

  it('knows the formula as it is printed', () => {
    expect(erlangC({ counters: 1, load: 0.8 }).meanWait).toBeCloseTo(4);
    expect(erlangC({ counters: 1, load: 0.8 }).shareWaiting).toBeCloseTo(0.8);
    // Two counters, load 3/4: C = 9/14.
    expect(erlangC({ counters: 2, load: 0.75 }).shareWaiting).toBeCloseTo(9 / 14);
  });

  it('would detect one counter too many', () => {
    const formula = erlangC({ counters: 2, load: 0.8 });
    const played = playTextbook({ counters: 3, load: 0.8 }, EFFORT, 1);
    expect(agrees(played.meanWait, formula.meanWait, 0.1)).toBe(false);
  });
});

it('a wait is not estimated later with a counter more, nor earlier with more people ahead', () => {
  const who = aHypotheticalVisit();
  const middle = (open: number, waiting: readonly WaitingVisit[], seed: number) =>
    estimateWaits(
      aForecastInput({ pace: LIFELIKE, counters: counters(open), waiting }),
      [who],
      seed,
    ).get(who.id)?.middle ?? Infinity;
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 0, max: 15 }),
      fc.nat(),
      (open, people, seed) => {
        const now = middle(open, crowd(people), seed);
        expect(middle(open + 1, crowd(people), seed)).toBeLessThanOrEqual(now);
        expect(middle(open, crowd(people + 1), seed)).toBeGreaterThanOrEqual(now);
      },
    ),
    { numRuns: 60 },
  );
});
