import { describe, expect, it } from 'vitest';
import {
  aWaitingVisit,
  CERT,
  CIVIL,
  COUNTER_2,
  COUNTER_3,
  HOA,
  LAN,
  minutesAfterT0,
} from '../builders.ts';
import { chooseNext, type Caller, type WaitingVisit } from './calling-rule.ts';
import type { QueueId, VisitId } from '../ids.ts';
import type { PriorityMode, QueueRule } from '../site/site.ts';
import type { PriorityClass } from '../visit/visit.ts';

const STRICT: PriorityMode = { type: 'strict' };
const ONE_TO_TWO: PriorityMode = { type: 'interleaved', priority: 1, normal: 2 };
const TEN_OLDER: PriorityMode = { type: 'ageing', bonusMinutes: 10 };

const by = (mode: PriorityMode, maxWaitMinutes = 30): QueueRule => ({ mode, maxWaitMinutes });

const aCaller = (overrides: Partial<Caller> = {}): Caller => ({
  counterId: COUNTER_2,
  clerkId: LAN,
  queueIds: [CIVIL, CERT],
  ordered: false,
  recentCalls: [],
  quick: 'no',
  training: false,
  ...overrides,
});

/** `arrived` in minutes; its number and place in the day follow from `seq`. */
const waits = (seq: number, arrived: number, overrides: Partial<WaitingVisit> = {}): WaitingVisit =>
  aWaitingVisit({
    id: `visit-${seq}` as VisitId,
    ticket: { number: `H${seq}`, seq, language: 'vi' },
    arrivedAt: minutesAfterT0(arrived),
    ...overrides,
  });

const next = (
  waiting: readonly WaitingVisit[],
  {
    rule = by(ONE_TO_TWO),
    at = 20,
    ...caller
  }: Partial<Caller> & { rule?: QueueRule; at?: number },
) => {
  const chosen = chooseNext(waiting, aCaller(caller), minutesAfterT0(at), rule);
  return chosen === null ? null : [chosen.visit.ticket.seq, chosen.because];
};

const PRIORITY = { priority: 'priority' } as const;

describe('candidates', () => {
  it('are in a queue of the counter', () => {
    expect(next([waits(1, 0, { queueId: 'land' as QueueId })], {})).toBeNull();
  });

  it('are not called before their time', () => {
    const later = waits(1, 0, { notBefore: minutesAfterT0(21) });
    expect(next([later], { at: 20 })).toBeNull();
    expect(next([later], { at: 21 })).toEqual([1, 'oldest']);
  });

  it.each([
    ['counter', { type: 'counter', counterId: COUNTER_3 }],
    ['clerk', { type: 'clerk', clerkId: HOA }],
  ] as const)('are not kept for another %s', (_who, reservedFor) => {
    const kept = [waits(1, 0, { reservedFor })];
    expect(next(kept, {})).toBeNull();
    expect(next(kept, { counterId: COUNTER_3, clerkId: HOA })).toEqual([1, 'oldest']);
  });

  it('are none when none waits', () => {
    expect(next([], {})).toBeNull();
  });
});

describe('a visit that has waited too long', () => {
  it('goes before all priority, in order of arrival', () => {
    const waiting = [waits(3, 5, PRIORITY), waits(2, 1), waits(1, 0)];
    expect(next(waiting, { at: 32, rule: by(STRICT) })).toEqual([1, 'waited-too-long']);
  });

  it('has waited longer than the bound, not exactly as long', () => {
    const waiting = [waits(1, 0), waits(2, 5, PRIORITY)];
    expect(next(waiting, { at: 30, rule: by(STRICT) })).toEqual([2, 'priority-turn']);
  });

  it('goes before the first queue of a counter with an order', () => {
    const waiting = [waits(1, 0), waits(2, 5, { queueId: CERT })];
    expect(next(waiting, { at: 31, queueIds: [CERT, CIVIL], ordered: true })).toEqual([
      1,
      'waited-too-long',
    ]);
  });
});

describe('a booking', () => {
  const booked = waits(9, 0, { bookedFor: minutesAfterT0(45) });

  it('counts as priority from its booked time on', () => {
    const waiting = [booked, waits(1, 40)];
    expect(next(waiting, { at: 45, rule: by(STRICT) })).toEqual([9, 'booking-due']);
  });

  it('is taken before its time only when no other candidate waits', () => {
    expect(next([booked, waits(1, 40)], { at: 44 })).toEqual([1, 'oldest']);
    expect(next([booked], { at: 44 })).toEqual([9, 'booking-early']);
  });

  it('does not earn a wait by coming early', () => {
    const waiting = [booked, waits(1, 40, PRIORITY)];
    expect(next(waiting, { at: 50, rule: by(STRICT) })).toEqual([1, 'priority-turn']);
    expect(next([booked, waits(1, 20)], { at: 44 })).toEqual([1, 'oldest']);
  });

  it('waits from its arrival when it comes late', () => {
    const late = waits(9, 50, { bookedFor: minutesAfterT0(45) });
    expect(next([late, waits(1, 48, PRIORITY)], { at: 55, rule: by(STRICT) })).toEqual([
      1,
      'priority-turn',
    ]);
  });

  it('goes among early ones by booked time', () => {
    const earlier = waits(10, 3, { bookedFor: minutesAfterT0(43) });
    expect(next([booked, earlier], { at: 20 })).toEqual([10, 'booking-early']);
  });
});

describe('the strict mode', () => {
  it('takes priority first, however old the others are', () => {
    const waiting = [waits(1, 0), waits(2, 15, PRIORITY)];
    expect(next(waiting, { rule: by(STRICT) })).toEqual([2, 'priority-turn']);
  });
});

describe('the interleaved mode', () => {
  const both = [waits(1, 0), waits(2, 15, PRIORITY)];

  it.each<[PriorityClass[], number, string]>([
    [[], 2, 'priority-turn'],
    [['priority'], 1, 'normal-turn'],
    [['priority', 'normal'], 1, 'normal-turn'],
    [['priority', 'normal', 'normal'], 2, 'priority-turn'],
    [['normal', 'normal', 'normal', 'normal'], 2, 'priority-turn'],
    [['normal', 'normal', 'priority', 'priority'], 1, 'normal-turn'],
  ])('after %j takes visit %i', (recentCalls, seq, because) => {
    expect(next(both, { recentCalls })).toEqual([seq, because]);
  });

  it('takes the other class when the one whose turn it is is empty', () => {
    expect(next([waits(1, 0)], { recentCalls: ['normal', 'normal'] })).toEqual([1, 'oldest']);
    expect(next([waits(1, 0, PRIORITY)], { recentCalls: ['priority'] })).toEqual([
      1,
      'priority-turn',
    ]);
  });
});

describe('the ageing mode', () => {
  it('counts priority as older by the bonus', () => {
    const waiting = (arrived: number) => [waits(1, 5), waits(2, arrived, PRIORITY)];
    expect(next(waiting(14), { rule: by(TEN_OLDER) })).toEqual([2, 'priority-turn']);
    expect(next(waiting(16), { rule: by(TEN_OLDER) })).toEqual([1, 'oldest']);
  });

  it('calls the oldest the oldest, with priority or without', () => {
    const waiting = [waits(1, 5), waits(2, 4, PRIORITY)];
    expect(next(waiting, { rule: by(TEN_OLDER) })).toEqual([2, 'oldest']);
  });
});

describe('among equals', () => {
  it('the first queue of a counter with an order goes first', () => {
    const waiting = [waits(1, 0), waits(2, 10, { queueId: CERT })];
    const queueIds = [CERT, CIVIL];
    expect(next(waiting, { queueIds, ordered: true })).toEqual([2, 'oldest']);
    expect(next(waiting, { queueIds, ordered: false })).toEqual([1, 'oldest']);
  });

  it('the ticket decides when two came at once', () => {
    expect(next([waits(12, 3), waits(11, 3)], {})).toEqual([11, 'oldest']);
  });
});
