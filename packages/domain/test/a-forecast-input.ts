import { aWaitingVisit, CIVIL, minutesAfterT0, T0 } from '@motcua/domain/builders';
import type {
  CounterId,
  CounterNow,
  PersonId,
  PriorityClass,
  QueueRule,
  ForecastInput,
  WaitingVisit,
} from '@motcua/domain';
import { aCaller, place } from './waiting-visits.ts';

/** First come, first served. */
export const FCFS: QueueRule = { mode: { type: 'strict' }, maxWaitMinutes: 100_000 };

/** Every service takes ten minutes, walking takes no time and every visitor comes. */
export const TEN_MINUTES: ForecastInput['pace'] = {
  of: () => ({ medianMs: 600_000, spread: 0, uncertainty: 0 }),
  changeoverMs: 0,
  noShowMs: 0,
  noShowShare: 0,
  drift: 0,
};

/** Realistic spread, walks and no-shows. */
export const LIFELIKE: ForecastInput['pace'] = {
  of: () => ({ medianMs: 480_000, spread: 0.6, uncertainty: 0.1 }),
  changeoverMs: 60_000,
  noShowMs: 120_000,
  noShowShare: 0.05,
  drift: 0.1,
};

/** Counters of one kind, numbered from 1. */
export const counters = (count: number, doing: CounterNow['doing'] = { type: 'free' }) =>
  Array.from({ length: count }, (_, index): CounterNow => {
    const counterId = `counter-${index + 1}` as CounterId;
    const clerkId = `clerk-${index + 1}` as PersonId;
    return { caller: aCaller({ counterId, clerkId, queueIds: [CIVIL] }), doing };
  });

/** So many who came one a minute, the last of them a minute ago. */
export const crowd = (count: number, priority: PriorityClass = 'normal') =>
  Array.from({ length: count }, (_, index) =>
    aWaitingVisit({ ...place(index + 1), priority, arrivedAt: minutesAfterT0(index - count) }),
  );

export const aHypotheticalVisit = (overrides: Partial<WaitingVisit> = {}): WaitingVisit =>
  aWaitingVisit({ ...place(1_000), arrivedAt: T0, ...overrides });

/** At T0 one free counter, no visit waiting and none expected. */
export const aForecastInput = (overrides: Partial<ForecastInput> = {}): ForecastInput => ({
  at: T0,
  rule: FCFS,
  waiting: [],
  counters: counters(1),
  closings: [],
  pace: TEN_MINUTES,
  arrivalRates: [],
  ...overrides,
});
