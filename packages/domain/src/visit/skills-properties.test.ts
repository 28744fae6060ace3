import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyMoment, anyRoom, anyRule } from '../../test/waiting-visits.ts';
import { aCounter, CERT, CIVIL, minutesAfterT0 } from '../builders.ts';
import { type Caller, chooseNext, toCaller, type WaitingVisit } from '../calling/calling-rule.ts';
import { type Counter, doesStep, QUICK_COUNTERS } from '../site/counter.ts';
import type { CounterId, Instant, PersonId, QueueId } from '../ids.ts';
import type { QueueRule } from '../site/site.ts';
import { createWaitingRoom } from '../calling/waiting-room.ts';

interface Seat {
  readonly counter: Counter;
  readonly clerk: { readonly skills: readonly QueueId[] | null };
  readonly caller: Caller;
}

const someQueues = fc.subarray([CIVIL, CERT]);
/** Up to four open counters, each with a clerk who may do all of its queues, some or none. */
const anySeats: fc.Arbitrary<readonly Seat[]> = fc
  .array(
    fc.record({
      queueIds: someQueues,
      ordered: fc.boolean(),
      quick: fc.constantFrom('no' as const, ...QUICK_COUNTERS),
      skills: fc.option(someQueues),
    }),
    { maxLength: 4 },
  )
  .map((seats) =>
    seats.map(({ skills, ...counterPart }, index): Seat => {
      const counter = aCounter({ ...counterPart, id: `counter-${index + 1}` as CounterId });
      const clerkId = `clerk-${index + 1}` as PersonId;
      const clerk = { skills };
      return { counter, clerk, caller: toCaller(counter, { clerkId, training: false }, clerk, []) };
    }),
  );

const does = ({ counter, clerk }: Seat, visit: WaitingVisit) =>
  doesStep(counter, clerk, visit, visit.party);

/** The counters call in turns until none has a candidate: which counter called which visit. */
function callAll(
  seats: readonly Seat[],
  waiting: readonly WaitingVisit[],
  at: Instant,
  rule: QueueRule,
): readonly (readonly [Seat, WaitingVisit])[] {
  const room = createWaitingRoom(waiting);
  const called: (readonly [Seat, WaitingVisit])[] = [];
  for (let before = -1; before < called.length;) {
    before = called.length;
    for (const seat of seats) {
      const { caller } = seat;
      const next = chooseNext(room.candidates(caller, at, rule), caller, at, rule);
      if (next === null) continue;
      room.remove(next.visit.id);
      called.push([seat, next.visit]);
    }
  }
  return called;
}

describe('the skills of a clerk', () => {
  it('never offer a visit whose service the clerk may not do', () => {
    fc.assert(
      fc.property(anyRoom, anySeats, anyMoment, anyRule, (room, seats, at, rule) => {
        for (const [seat, visit] of callAll(seats, room, at, rule)) {
          expect(does(seat, visit)).toBe(true);
          expect(seat.clerk.skills ?? [visit.queueId]).toContain(visit.queueId);
        }
      }),
    );
  });

  it('leave no visit waiting for which a counter with the skill is open', () => {
    fc.assert(
      fc.property(anyRoom, anySeats, anyRule, (room, seats, rule) => {
        // By then no reservation holds, and every visitor who stepped out is back.
        const evening = minutesAfterT0(200);
        const called = new Set(
          callAll(seats, room, evening, rule).map(([, visit]) => visit.ticket.seq),
        );
        for (const visit of room) {
          const isServed = !visit.training && seats.some((seat) => does(seat, visit));
          expect([visit.ticket.seq, called.has(visit.ticket.seq)]).toEqual([
            visit.ticket.seq,
            isServed,
          ]);
        }
      }),
    );
  });

  it('never let a visit wait beyond the bound while the clerk calls later arrivals', () => {
    fc.assert(
      fc.property(anyRoom, anySeats, anyMoment, anyRule, (room, seats, at, rule) => {
        const waiting = room.map((visit) => ({ ...visit, reservedFor: null, notBefore: null }));
        for (const { caller, counter, clerk } of seats) {
          const next = chooseNext(waiting, caller, at, rule);
          const [longest] = waiting
            .filter((visit) => !visit.training && doesStep(counter, clerk, visit, visit.party))
            .filter((visit) => visit.bookedFor === null && visit.placedAt === null)
            .filter(({ arrivedAt }) => at - arrivedAt > rule.maxWaitMinutes * 60_000)
            .toSorted((a, b) => a.arrivedAt - b.arrivedAt);
          if (longest === undefined) continue;
          expect(next?.because).toBe('waited-too-long');
        }
      }),
    );
  });
});
