import { describe, expect, it } from 'vitest';
import { aCounter, aNextStep, CERT, CIVIL, COUNTER_2, HOA, LAN, T0 } from '../builders.ts';
import type { CounterState } from '../site/counter.ts';
import type { CounterId, PersonId, QueueId } from '../ids.ts';
import { ONE_PERSON } from '../visit/visit.ts';
import { type Counters, wayAhead } from './way-ahead.ts';

const QUICK = 'counter-quick' as CounterId;
const COUNTERS = [
  aCounter({ id: COUNTER_2, queueIds: [CIVIL, CERT] }),
  aCounter({ id: QUICK, queueIds: [CERT], quick: 'only' }),
];
const civil = aNextStep({ queueId: CIVIL, quick: false });
const copy = aNextStep({ queueId: CERT, quick: true });
const folder = { ...ONE_PERSON, files: 3 };

const seat = (counterId: CounterId, clerkId: PersonId, training = false) =>
  ({ ...{ counterId, clerkId, training }, state: 'open', since: T0 }) as const;
const seen = (
  seats: readonly CounterState[],
  skills: readonly QueueId[] | null = null,
): Counters => ({
  counters: new Map(seats.map((state) => [state.counterId, state])),
  people: new Map([[LAN, { skills }]]),
  counter: (id) => COUNTERS.find((each) => each.id === id) ?? null,
  waiting: (queueId) => (queueId === CERT ? 4 : 0),
});

describe('the way ahead', () => {
  it('leads from a counter to what its own clerk does there', () => {
    const way = wayAhead(seen([seat(COUNTER_2, LAN)], [CIVIL]), COUNTER_2)(ONE_PERSON);
    expect([way.isHere(civil), way.isHere(copy)]).toEqual([true, false]);
    expect([way.isServed(civil), way.isServed(copy)]).toEqual([true, false]);
    expect(way.waiting(CERT)).toBe(4);
  });

  it('leads from the kiosk to open counters alone, not to paused ones nor to practice', () => {
    const paused = { ...seat(QUICK, HOA), state: 'paused', reason: 'lunch' } as const;
    const way = wayAhead(seen([seat(COUNTER_2, LAN, true), paused]), null)(ONE_PERSON);
    expect([way.isHere(civil), way.isServed(civil), way.isServed(copy)]).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('leads past a counter whose clerk is not connected', () => {
    const gone = { ...seat(COUNTER_2, LAN), unattendedSince: T0 };
    expect(wayAhead(seen([gone]), null)(ONE_PERSON).isServed(civil)).toBe(false);
  });

  it('leads past a quick counter for a visitor with several files', () => {
    const way = wayAhead(seen([seat(QUICK, HOA)]), QUICK);
    expect([way(ONE_PERSON).isHere(copy), way(folder).isHere(copy)]).toEqual([true, false]);
    expect([way(ONE_PERSON).isServed(copy), way(folder).isServed(copy)]).toEqual([true, false]);
  });
});
