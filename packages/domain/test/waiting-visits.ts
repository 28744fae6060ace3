import {
  aWaitingVisit,
  CERT,
  CIVIL,
  COUNTER_2,
  COUNTER_3,
  HOA,
  LAN,
  minutesAfterT0,
} from '@motcua/domain/builders';
import type {
  Caller,
  Party,
  PriorityClass,
  PriorityMode,
  QueueRule,
  Reservation,
  VisitId,
  WaitingVisit,
} from '@motcua/domain';
import { LARGEST_PARTY, QUICK_COUNTERS } from '@motcua/domain';
import fc from 'fast-check';

/** The ticket with a place in the day, and the id that goes with it. */
export const place = (seq: number) => ({
  id: `visit-${seq}` as VisitId,
  ticket: { number: `H${String(seq).padStart(3, '0')}`, seq, language: 'vi' },
});

/** The counter that asks in examples: it serves both queues and has no order of its own. */
export const aCaller = (overrides: Partial<Caller> = {}): Caller => ({
  counterId: COUNTER_2,
  clerkId: LAN,
  queueIds: [CIVIL, CERT],
  ordered: false,
  recentCalls: [],
  quick: 'no',
  training: false,
  ...overrides,
});

export const anyMode: fc.Arbitrary<PriorityMode> = fc.oneof(
  fc.constant({ type: 'strict' as const }),
  fc.record({
    type: fc.constant('interleaved' as const),
    priority: fc.integer({ min: 1, max: 4 }),
    normal: fc.integer({ min: 1, max: 4 }),
  }),
  fc.record({
    type: fc.constant('ageing' as const),
    bonusMinutes: fc.integer({ min: 0, max: 20 }),
  }),
);

export const anyRule: fc.Arbitrary<QueueRule> = fc.record({
  mode: anyMode,
  maxWaitMinutes: fc.integer({ min: 0, max: 60 }),
});

/** Few minutes for many visits, so that equals are common. */
const minute = fc.integer({ min: 0, max: 40 }).map(minutesAfterT0);
export const anyMoment = fc.integer({ min: 0, max: 60 }).map(minutesAfterT0);

export const anyClass = fc.constantFrom<PriorityClass>('normal', 'normal', 'priority');

const seldom = <T>(value: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 7, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: value });

const reservation = fc.constantFrom<Reservation>(
  { type: 'counter', counterId: COUNTER_2 },
  { type: 'counter', counterId: COUNTER_3 },
  { type: 'clerk', clerkId: LAN },
  { type: 'clerk', clerkId: HOA },
);

export const anyParty: fc.Arbitrary<Party> = fc.record({
  people: fc.integer({ min: 1, max: LARGEST_PARTY }),
  files: fc.constantFrom(1, 1, 1, 2, LARGEST_PARTY),
  proxy: fc.boolean(),
});

/** Up to forty who wait in two queues; tickets in another order than arrivals, as after a time without the hub. */
export const anyRoom: fc.Arbitrary<readonly WaitingVisit[]> = fc
  .array(
    fc.record({
      queueId: fc.constantFrom(CIVIL, CERT),
      arrivedAt: minute,
      priority: anyClass,
      bookedFor: seldom(minute),
      notBefore: seldom(minute),
      reservedFor: seldom(reservation),
      placedAt: seldom(minute),
      waitingSince: minute,
      quick: fc.boolean(),
      party: anyParty,
      training: fc.constantFrom(false, false, false, true),
    }),
    { maxLength: 40 },
  )
  .chain((list) => inAnyOrder(list.map((_, seq) => seq)).map((seqs) => ({ list, seqs })))
  .map(({ list, seqs }) =>
    list.map((visit, index) => {
      // A place given after a missed call replaces the booked time.
      const bookedFor = visit.placedAt === null ? visit.bookedFor : null;
      return aWaitingVisit({ ...visit, bookedFor, ...place(seqs[index] ?? 0) });
    }),
  );

/** All of them, shuffled. */
export function inAnyOrder<T>(items: readonly T[]): fc.Arbitrary<readonly T[]> {
  return fc.shuffledSubarray([...items], { minLength: items.length });
}

export const anyCaller: fc.Arbitrary<Caller> = fc.record({
  counterId: fc.constantFrom(COUNTER_2, COUNTER_3),
  clerkId: fc.constantFrom(LAN, HOA),
  queueIds: fc.constantFrom([CIVIL], [CERT], [CIVIL, CERT], [CERT, CIVIL], []),
  ordered: fc.boolean(),
  recentCalls: fc.array(anyClass, { maxLength: 8 }),
  quick: fc.constantFrom(...QUICK_COUNTERS),
  training: fc.constantFrom(false, false, true),
});
