import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  aCaller,
  anyCaller as caller,
  anyMoment as at,
  anyRoom as visits,
  anyRule as rule,
  place,
} from '../test/waiting-visits.ts';
import { aWaitingVisit, CERT, CIVIL, minutesAfterT0 } from './builders.ts';
import { chooseNext, type WaitingVisit } from './calling-rule.ts';
import type { Instant, VisitId } from './ids.ts';
import { priorityAt } from './priority.ts';
import type { QueueRule } from './site.ts';
import type { PriorityClass } from './visit.ts';
import { createWaitingRoom } from './waiting-room.ts';

/** Counts by calling one after another, as the words of `peopleAhead` say. */
function callUntil(
  visit: WaitingVisit,
  room: readonly WaitingVisit[],
  now: Instant,
  by: QueueRule,
): number {
  let left = room.map((other): WaitingVisit => ({ ...other, reservedFor: null }));
  const recentCalls: PriorityClass[] = [];
  for (let called = 0; ; called += 1) {
    const anyCounter = aCaller({ queueIds: [visit.queueId], recentCalls });
    const next = chooseNext(left, anyCounter, now, by);
    if (next === null || next.visit.id === visit.id) return called;
    recentCalls.push(priorityAt(next.visit, now));
    left = left.filter(({ id }) => id !== next.visit.id);
  }
}

describe('WaitingRoom', () => {
  it('leads to the same choice as looking at everybody', () => {
    fc.assert(
      fc.property(visits, caller, at, rule, (all, who, now, by) => {
        const room = createWaitingRoom(all);
        expect(chooseNext(room.candidates(who, now), who, now, by)).toEqual(
          chooseNext(all, who, now, by),
        );
      }),
      { numRuns: 1_500 },
    );
  });

  it('leads to the same choice after any coming and going', () => {
    const steps = fc.array(fc.tuple(fc.nat(), fc.boolean()), { maxLength: 80 });
    fc.assert(
      fc.property(visits, steps, caller, at, rule, (all, moves, who, now, by) => {
        const room = createWaitingRoom();
        const here = new Map<VisitId, WaitingVisit>();
        for (const [pick, comes] of moves) {
          const visit = all[pick % Math.max(all.length, 1)];
          if (visit === undefined) continue;
          if (comes) here.set(visit.id, visit);
          else here.delete(visit.id);
          if (comes) room.add(visit);
          else room.remove(visit.id);
        }
        expect(room.size).toBe(here.size);
        for (const queueId of [CIVIL, CERT]) {
          const inQueue = [...here.values()].filter((visit) => visit.queueId === queueId);
          expect(room.load(queueId)).toEqual({
            waiting: inQueue.length,
            priority: inQueue.filter(({ priority }) => priority === 'priority').length,
          });
        }
        expect(chooseNext(room.candidates(who, now), who, now, by)).toEqual(
          chooseNext(here.values(), who, now, by),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('calls everybody in the order in which looking at everybody calls them', () => {
    fc.assert(
      fc.property(visits, caller, at, rule, (all, who, now, by) => {
        const room = createWaitingRoom(all);
        let left: readonly WaitingVisit[] = all;
        for (;;) {
          const next = chooseNext(left, who, now, by);
          expect(chooseNext(room.candidates(who, now), who, now, by)).toEqual(next);
          if (next === null) return;
          room.remove(next.visit.id);
          left = left.filter((visit) => visit !== next.visit);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('offers no more than two of a queue, however many wait', () => {
    const many = Array.from({ length: 10_000 }, (_, seq) =>
      aWaitingVisit({
        ...place(seq),
        arrivedAt: minutesAfterT0(seq / 100),
        priority: seq % 7 === 0 ? 'priority' : 'normal',
      }),
    );
    const room = createWaitingRoom(many);
    const few = [...room.candidates(aCaller(), minutesAfterT0(200))];
    expect(few.map(({ ticket }) => ticket.seq)).toEqual([0, 1]);
  });

  it('keeps one visit of an id, the latest', () => {
    const room = createWaitingRoom([aWaitingVisit()]);
    room.add(aWaitingVisit({ queueId: CERT, priority: 'priority' }));
    expect(room.size).toBe(1);
    expect(room.load(CIVIL)).toEqual({ waiting: 0, priority: 0 });
    expect(room.load(CERT)).toEqual({ waiting: 1, priority: 1 });
  });

  it('does nothing when somebody leaves who is not here', () => {
    const room = createWaitingRoom([aWaitingVisit()]);
    room.remove('visit-2' as VisitId);
    expect(room.size).toBe(1);
    expect(room.has('visit-1' as VisitId)).toBe(true);
  });
});

describe('people ahead', () => {
  it('are those who are called before, one after another', () => {
    fc.assert(
      fc.property(visits, at, rule, (all, now, by) => {
        const room = createWaitingRoom(all);
        for (const visit of all) {
          expect(room.peopleAhead(visit, now, by)).toBe(callUntil(visit, all, now, by));
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('are the same for a visit that is not yet in the room', () => {
    fc.assert(
      fc.property(visits, at, rule, (all, now, by) => {
        const [newcomer, ...others] = all;
        if (newcomer === undefined) return;
        expect(createWaitingRoom(others).peopleAhead(newcomer, now, by)).toBe(
          createWaitingRoom(all).peopleAhead(newcomer, now, by),
        );
      }),
    );
  });

  it('are nobody in an empty queue', () => {
    const strict: QueueRule = { mode: { type: 'strict' }, maxWaitMinutes: 30 };
    expect(createWaitingRoom().peopleAhead(aWaitingVisit(), minutesAfterT0(0), strict)).toBe(0);
  });
});
