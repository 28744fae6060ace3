import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  aCaller,
  anyCaller,
  anyClass,
  anyMode,
  anyMoment,
  anyRoom,
  anyRule,
  inAnyOrder,
  place,
} from '../../test/waiting-visits.ts';
import { aWaitingVisit, CERT, CIVIL, minutesAfterT0 } from '../builders.ts';
import {
  byArrival,
  type Caller,
  chooseNext,
  isCandidate,
  type WaitingVisit,
} from './calling-rule.ts';
import type { Instant } from '../ids.ts';
import { hasWaitedTooLong, isEarly, priorityAt } from './priority.ts';
import type { QueueRule } from '../site/site.ts';
import { isShort, type PriorityClass } from '../visit/visit.ts';

const RUNS = { numRuns: 500 };

describe('who is next', () => {
  it('is a candidate as long as one waits', () => {
    fc.assert(
      fc.property(anyRoom, anyCaller, anyMoment, anyRule, (room, caller, at, rule) => {
        const candidates = room.filter((visit) => isCandidate(visit, caller, at, rule));
        const chosen = chooseNext(room, caller, at, rule);
        expect(chosen === null).toBe(candidates.length === 0);
        expect(chosen === null || candidates.includes(chosen.visit)).toBe(true);
      }),
      RUNS,
    );
  });

  it('is never a visit that is reserved for another, not due yet or waiting elsewhere', () => {
    fc.assert(
      fc.property(anyRoom, anyCaller, anyMoment, anyRule, (room, caller, at, rule) => {
        const visit = chooseNext(room, caller, at, rule)?.visit;
        if (visit === undefined) return;
        const bound = rule.maxWaitMinutes * 60_000;
        if (at - visit.waitingSince <= bound) {
          expect([
            null,
            { type: 'counter', counterId: caller.counterId },
            { type: 'clerk', clerkId: caller.clerkId },
          ]).toContainEqual(visit.reservedFor);
        }
        expect(visit.training).toBe(caller.training);
        expect(isShort(visit) || caller.quick !== 'only').toBe(true);
        expect(caller.queueIds).toContain(visit.queueId);
        expect(visit.notBefore ?? at).toBeLessThanOrEqual(at);
      }),
      RUNS,
    );
  });

  it('does not depend on the order in which the waiting are given', () => {
    const shuffled = anyRoom.chain((room) => fc.tuple(fc.constant(room), inAnyOrder(room)));
    fc.assert(
      fc.property(shuffled, anyCaller, anyMoment, anyRule, ([room, other], caller, at, rule) => {
        expect(chooseNext(other, caller, at, rule)).toEqual(chooseNext(room, caller, at, rule));
      }),
      RUNS,
    );
  });

  it('is the same for the same question, which is left as it was', () => {
    fc.assert(
      fc.property(anyRoom, anyCaller, anyMoment, anyRule, (room, caller, at, rule) => {
        const before = structuredClone(room);
        const chosen = chooseNext(room, caller, at, rule);
        expect(chooseNext(structuredClone(room), structuredClone(caller), at, rule)).toEqual(
          chosen,
        );
        expect(room).toEqual(before);
      }),
      RUNS,
    );
  });

  it('came first among equals: same queue, same class, both due or both early', () => {
    fc.assert(
      fc.property(anyRoom, anyCaller, anyMoment, anyRule, (room, caller, at, rule) => {
        const visit = chooseNext(room, caller, at, rule)?.visit;
        if (visit === undefined) return;
        const kindOf = (other: WaitingVisit) =>
          isEarly(other, at) ? 'early' : priorityAt(other, at);
        const equals = room.filter(
          (other) =>
            isCandidate(other, caller, at, rule) &&
            other.queueId === visit.queueId &&
            (caller.quick !== 'first' || isShort(other) === isShort(visit)) &&
            kindOf(other) === kindOf(visit),
        );
        for (const other of equals) expect(byArrival(visit, other)).toBeLessThanOrEqual(0);
      }),
      RUNS,
    );
  });

  it('is the one that waited longest once a visit has waited too long', () => {
    fc.assert(
      fc.property(anyRoom, anyCaller, anyMoment, anyRule, (room, caller, at, rule) => {
        const tooLong = room
          .filter(
            (visit) => isCandidate(visit, caller, at, rule) && hasWaitedTooLong(visit, at, rule),
          )
          .toSorted(byArrival);
        const chosen = chooseNext(room, caller, at, rule);
        expect(chosen?.because === 'waited-too-long').toBe(tooLong.length > 0);
        expect(tooLong.length === 0 || tooLong[0] === chosen?.visit).toBe(true);
      }),
      RUNS,
    );
  });

  it('is a short service where those go first, unless a visit has waited too long', () => {
    fc.assert(
      fc.property(anyRoom, anyCaller, anyMoment, anyRule, (room, caller, at, rule) => {
        const express = { ...caller, quick: 'first' as const };
        const chosen = chooseNext(room, express, at, rule);
        const due = room.filter(
          (visit) => isCandidate(visit, express, at, rule) && !isEarly(visit, at),
        );
        if (chosen === null || chosen.because === 'waited-too-long') return;
        if (due.some(isShort)) expect(isShort(chosen.visit)).toBe(true);
      }),
      RUNS,
    );
  });

  it('is not held up by a reservation beyond the bound: another counter may call', () => {
    fc.assert(
      fc.property(anyRoom, anyCaller, anyRule, (room, caller, rule) => {
        const later = minutesAfterT0(200);
        const open = { ...caller, queueIds: [CIVIL, CERT], quick: 'no' as const };
        const waiting = room.filter(({ training }) => training === caller.training);
        expect(chooseNext(waiting, open, later, rule) === null).toBe(waiting.length === 0);
      }),
      RUNS,
    );
  });

  it('stays the same visit when that visit is given priority: priority never costs a place', () => {
    fc.assert(
      fc.property(anyRoom, anyCaller, anyMoment, anyRule, (room, caller, at, rule) => {
        // Interleaved turns would answer another question.
        if (rule.mode.type === 'interleaved') return;
        const chosen = chooseNext(room, caller, at, rule)?.visit;
        if (chosen === undefined) return;
        const forward = { ...chosen, priority: 'priority' as const };
        const others = room.map((visit) => (visit === chosen ? forward : visit));
        expect(chooseNext(others, caller, at, rule)?.visit).toBe(forward);
      }),
      RUNS,
    );
  });

  it('is an early booking only when no other visit may be called', () => {
    fc.assert(
      fc.property(anyRoom, anyCaller, anyMoment, anyRule, (room, caller, at, rule) => {
        const candidates = room.filter((visit) => isCandidate(visit, caller, at, rule));
        const chosen = chooseNext(candidates, caller, at, rule);
        if (chosen === null) return;
        const onlyEarly = candidates.every((visit) => isEarly(visit, at));
        expect(isEarly(chosen.visit, at)).toBe(onlyEarly);
        expect(chosen.because === 'booking-early').toBe(onlyEarly);
      }),
      RUNS,
    );
  });
});

interface Called {
  readonly visit: WaitingVisit;
  readonly because: string;
  readonly at: Instant;
}

/** A day at one counter: `arrivals[i]` come in minute i, and one is called every `pace` minutes until none waits. */
function dayAtCounter(
  arrivals: readonly (readonly PriorityClass[])[],
  pace: number,
  rule: QueueRule,
  counter: Partial<Caller> = {},
): readonly Called[] {
  const waiting = new Set<WaitingVisit>();
  const called: Called[] = [];
  let seq = 0;
  for (let minute = 0; minute < arrivals.length || waiting.size > 0; minute += 1) {
    const at = minutesAfterT0(minute);
    for (const priority of arrivals[minute] ?? []) {
      seq += 1;
      const queueId = seq % 3 === 0 ? CERT : CIVIL;
      const quick = seq % 4 === 0;
      waiting.add(aWaitingVisit({ ...place(seq), arrivedAt: at, priority, queueId, quick }));
    }
    if (minute % pace > 0) continue;
    const recentCalls = called.slice(-8).map(({ visit }) => visit.priority);
    const next = chooseNext(waiting, aCaller({ ...counter, recentCalls }), at, rule);
    if (next === null) continue;
    waiting.delete(next.visit);
    called.push({ ...next, at });
  }
  return called;
}

describe('a day of arrivals and calls', () => {
  const arrivals = fc.array(fc.array(anyClass, { maxLength: 2 }), { maxLength: 60 });
  const pace = fc.integer({ min: 1, max: 4 });
  const anyBoundedRule = fc.record({
    mode: anyMode,
    maxWaitMinutes: fc.integer({ min: 0, max: 20 }),
  });

  /** With an order of its queues or none, with short services first or not. */
  const anyCounter = fc.record({
    ordered: fc.boolean(),
    queueIds: fc.constantFrom([CIVIL, CERT], [CERT, CIVIL]),
    quick: fc.constantFrom('no' as const, 'first' as const),
  });

  it('lets no visit wait beyond the bound because of priority, of an order of queues or of short services', () => {
    fc.assert(
      fc.property(arrivals, pace, anyBoundedRule, anyCounter, (comings, minutes, rule, counter) => {
        const calls = dayAtCounter(comings, minutes, rule, counter);
        for (const [index, { visit, at }] of calls.entries()) {
          // Once a visit has waited too long, only those who came earlier are still called before.
          const overtaken = calls
            .slice(index + 1)
            .filter((later) => hasWaitedTooLong(later.visit, at, rule))
            .filter((later) => byArrival(later.visit, visit) < 0);
          expect(overtaken).toEqual([]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('calls every visit once', () => {
    fc.assert(
      fc.property(arrivals, pace, anyBoundedRule, (comings, minutes, rule) => {
        const seqs = dayAtCounter(comings, minutes, rule).map(({ visit }) => visit.ticket.seq);
        expect(new Set(seqs).size).toBe(seqs.length);
        expect(seqs.length).toBe(comings.flat().length);
      }),
      { numRuns: 100 },
    );
  });
});

describe('a long run of interleaved calls', () => {
  const share = fc.integer({ min: 1, max: 5 });

  it('is exactly p priority, then n normal, again and again, while both wait', () => {
    fc.assert(
      fc.property(share, share, (priority, normal) => {
        const rule: QueueRule = {
          mode: { type: 'interleaved', priority, normal },
          maxWaitMinutes: 600,
        };
        const rounds = 12;
        const crowd = [
          ...Array<PriorityClass>(priority * rounds).fill('priority'),
          ...Array<PriorityClass>(normal * rounds).fill('normal'),
        ];
        const called = dayAtCounter([crowd], 1, rule).map(({ visit }) => visit.priority);
        const round = [
          ...Array<PriorityClass>(priority).fill('priority'),
          ...Array<PriorityClass>(normal).fill('normal'),
        ];
        expect(called).toEqual(Array.from({ length: rounds }, () => round).flat());
      }),
      { numRuns: 25 },
    );
  });

  it('goes on with the other class when one is empty', () => {
    const rule: QueueRule = {
      mode: { type: 'interleaved', priority: 1, normal: 2 },
      maxWaitMinutes: 600,
    };
    const crowd: PriorityClass[] = ['normal', 'priority', 'normal', 'priority', 'priority'];
    const called = dayAtCounter([crowd], 1, rule).map(({ visit }) => visit.ticket.seq);
    expect(called).toEqual([2, 1, 3, 4, 5]);
  });
});
