import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aCaller } from '../../test/waiting-visits.ts';
import { aWaitingVisit, CIVIL, minutesAfterT0, T0 } from '../builders.ts';
import { chooseNext, type WaitingVisit } from './calling-rule.ts';
import type { VisitId } from '../ids.ts';
import { hasWaitedTooLong, isEarly, priorityAt, turnAfter, waitsSince } from './priority.ts';
import type { QueueRule } from '../site/site.ts';
import type { PriorityClass } from '../visit/visit.ts';

const interleaved = (priority: number, normal: number) =>
  ({ type: 'interleaved', priority, normal }) as const;

/** The classes in which these visits are called, all at one moment. */
function callsOf(crowd: readonly PriorityClass[], rule: QueueRule): readonly PriorityClass[] {
  let waiting = crowd.map((priority, seq): WaitingVisit => {
    const ticket = { number: `H${seq}`, seq, language: 'vi' };
    return aWaitingVisit({ id: `visit-${seq}` as VisitId, ticket, priority });
  });
  const recentCalls: PriorityClass[] = [];
  for (;;) {
    const next = chooseNext(waiting, aCaller({ queueIds: [CIVIL], recentCalls }), T0, rule);
    if (next === null) return recentCalls;
    recentCalls.push(next.visit.priority);
    waiting = waiting.filter((visit) => visit !== next.visit);
  }
}

const row = (of: PriorityClass, length: number) => Array.from({ length }, () => of);
const share = fc.integer({ min: 1, max: 5 });

describe('interleaved turns', () => {
  it('are exactly p of priority and n of the others, round after round, while both wait', () => {
    fc.assert(
      fc.property(share, share, (p, n) => {
        const rounds = 12;
        const crowd = [...row('normal', n * rounds), ...row('priority', p * rounds)];
        const round = [...row('priority', p), ...row('normal', n)];
        expect(callsOf(crowd, { mode: interleaved(p, n), maxWaitMinutes: 30 })).toEqual(
          Array.from({ length: rounds }, () => round).flat(),
        );
      }),
      { numRuns: 25 },
    );
  });

  it('never let more than a turn of one class pass while the other waits', () => {
    const crowds = fc.array(fc.constantFrom<PriorityClass>('priority', 'normal'), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(crowds, share, share, (crowd, priority, normal) => {
        const mode = interleaved(priority, normal);
        const called = callsOf(crowd, { mode, maxWaitMinutes: 30 });
        let run = 0;
        for (const [index, of] of called.entries()) {
          run = called[index - 1] === of ? run + 1 : 1;
          const otherWaits = called.slice(index).some((later) => later !== of);
          if (otherWaits) expect(run).toBeLessThanOrEqual(mode[of]);
        }
      }),
    );
  });

  it.each([
    [null, { of: 'priority', left: 2 }],
    [
      { of: 'priority', length: 1 },
      { of: 'priority', left: 1 },
    ],
    [
      { of: 'priority', length: 2 },
      { of: 'normal', left: 3 },
    ],
    [
      { of: 'normal', length: 2 },
      { of: 'normal', left: 1 },
    ],
    [
      { of: 'normal', length: 9 },
      { of: 'priority', left: 2 },
    ],
  ] as const)('of two to three after %o are %o', (lastRun, turn) => {
    expect(turnAfter(lastRun, interleaved(2, 3))).toEqual(turn);
  });
});

describe('a booking', () => {
  const bookedFor = minutesAfterT0(10);
  const booked = aWaitingVisit({ bookedFor });

  it('is early until its time, and has priority from it on', () => {
    expect([isEarly(booked, minutesAfterT0(9)), priorityAt(booked, minutesAfterT0(9))]).toEqual([
      true,
      'normal',
    ]);
    expect([isEarly(booked, bookedFor), priorityAt(booked, bookedFor)]).toEqual([
      false,
      'priority',
    ]);
  });

  it('waits from its time or from the arrival, whichever is later', () => {
    expect(waitsSince(booked)).toBe(bookedFor);
    expect(waitsSince({ arrivedAt: minutesAfterT0(12), bookedFor, placedAt: null })).toBe(
      minutesAfterT0(12),
    );
    expect(waitsSince(aWaitingVisit())).toBe(T0);
  });

  it('has waited too long only after the bound is passed', () => {
    const rule: QueueRule = { mode: { type: 'strict' }, maxWaitMinutes: 30 };
    expect(hasWaitedTooLong(booked, minutesAfterT0(40), rule)).toBe(false);
    expect(hasWaitedTooLong(booked, minutesAfterT0(40.001), rule)).toBe(true);
  });
});
