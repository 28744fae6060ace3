import type { CounterState, Instant } from '@motcua/domain';
import {
  aWaitingVisit,
  CERT,
  CIVIL,
  COUNTER_2,
  LAN,
  minutesAfterT0,
  T0,
} from '@motcua/domain/builders';
import type { Change } from '@motcua/protocol';
import { expect, it } from 'vitest';
import { SuggestionLog } from './suggestion-log.ts';

const BOUND_MS = 30 * 60_000;
const suggestion = {
  ...{ counterId: COUNTER_2, queueIds: [CIVIL] },
  ...{ late: { without: 5, with: 1 }, longestMinutes: { without: 50, with: 30 } },
};
const opened = (at: Instant): Change => {
  const open = { state: 'open', clerkId: LAN, since: at, training: false } as const;
  const counter: CounterState = { counterId: COUNTER_2, ...open };
  const by = { deviceId: null, personId: LAN, reason: null };
  return {
    seq: 1,
    at,

    by,
    type: 'counter-changed',
    counter,
    undone: false,
  };
};

it('keeps a counter once an hour, and whether it was opened soon', () => {
  const log = new SuggestionLog();
  log.add(suggestion, T0);
  log.add(suggestion, minutesAfterT0(20));
  expect(log.entries()).toMatchObject([{ at: T0, openedAt: null, result: null }]);
  log.learn(opened(minutesAfterT0(3)), () => [CERT]);
  log.learn(opened(minutesAfterT0(4)), () => [CERT, CIVIL]);
  expect(log.entries()).toMatchObject([{ openedAt: minutesAfterT0(4) }]);
  log.add(suggestion, minutesAfterT0(61));
  log.learn(opened(minutesAfterT0(90)), () => [CIVIL]);
  expect(log.entries().map(({ openedAt }) => openedAt)).toEqual([null, minutesAfterT0(4)]);
});

it('judges a suggestion after its hour, by those who waited too long', () => {
  const log = new SuggestionLog();
  log.add(suggestion, T0);
  const visits = [1, 2, 3].map((minute) => aWaitingVisit({ arrivedAt: minutesAfterT0(minute) }));
  log.judge(visits, minutesAfterT0(59), BOUND_MS);
  expect(log.entries()[0]?.result).toBeNull();
  log.judge(visits, minutesAfterT0(60), BOUND_MS);
  expect(log.entries()[0]?.result).toEqual({ lateVisits: 3, right: true });
});
