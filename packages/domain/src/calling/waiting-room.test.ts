import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  aCaller,
  anyCaller as caller,
  anyMoment as at,
  anyRoom as visits,
  anyRule as rule,
  place,
} from '../../test/waiting-visits.ts';
import { aWaitingVisit, CERT, CIVIL, LAN, minutesAfterT0 } from '../builders.ts';
import { chooseNext, type WaitingVisit } from './calling-rule.ts';
import type { Instant, VisitId } from '../ids.ts';
import { priorityAt, waitsSince } from './priority.ts';
import type { QueueRule } from '../site/site.ts';
import type { PriorityClass } from '../visit/visit.ts';
import { createWaitingRoom } from './waiting-room.ts';

/** Counts by calling one after another, as `peopleAhead` is documented. */
function callUntil(
  visit: WaitingVisit,
  room: readonly WaitingVisit[],
  now: Instant,
  by: QueueRule,
): number {
  let left = room.map((other): WaitingVisit => ({ ...other, reservedFor: null }));
  const recentCalls: PriorityClass[] = [];
  for (let called = 0; ; called += 1) {
    const anyCounter = aCaller({
      queueIds: [visit.queueId],
      recentCalls,
      training: visit.training,
    });
    const next = chooseNext(left, anyCounter, now, by);
    if (next === null || next.visit.id === visit.id) return called;
    recentCalls.push(priorityAt(next.visit, now));
    left = left.filter(({ id }) => id !== next.visit.id);
  }
}

const NO_BOUND: QueueRule = { mode: { type: 'strict' }, maxWaitMinutes: 600 };

describe('WaitingRoom', () => {
  it('leads to the same choice as reading every visit', () => {
    fc.assert(
      fc.property(visits, caller, at, rule, (all, who, now, by) => {
        const room = createWaitingRoom(all);
        expect(chooseNext(room.candidates(who, now, by), who, now, by)).toEqual(
          chooseNext(all, who, now, by),
        );
      }),
      { numRuns: 1_500 },
    );
  });

  it('holds among the foremost every visit that can be called in so many calls, and no practice', () => {
    const count = fc.integer({ min: 1, max: 4 });
    fc.assert(
      fc.property(visits, caller, at, rule, count, (all, who, now, by, calls) => {
        const whole = createWaitingRoom(all);
        const foremost = [CIVIL, CERT].flatMap((id) => whole.foremost(id, calls));
        const part = createWaitingRoom(foremost);
        const real = { ...who, training: false };
        for (let call = 0; call < calls; call += 1) {
          const next = chooseNext(whole.candidates(real, now, by), real, now, by);
          expect(chooseNext(part.candidates(real, now, by), real, now, by)).toEqual(next);
          if (next === null) return;
          for (const room of [whole, part]) room.remove(next.visit.id);
        }
        expect(foremost.filter(({ training }) => training)).toEqual([]);
      }),
    );
  });

  it('leads to the same choice after any coming and going', () => {
    const step = fc.constantFrom('come', 'come', 'go', 'transfer');
    const reserved = { queueId: CERT, reservedFor: { type: 'clerk', clerkId: LAN } } as const;
    const steps = fc.array(fc.tuple(fc.nat(), step), { maxLength: 80 });
    fc.assert(
      fc.property(visits, steps, caller, at, rule, (all, moves, who, now, by) => {
        const room = createWaitingRoom();
        const here = new Map<VisitId, WaitingVisit>();
        for (const [pick, what] of moves) {
          const visit = all[pick % Math.max(all.length, 1)];
          if (visit === undefined) continue;
          if (what === 'go') {
            here.delete(visit.id);
            room.remove(visit.id);
          } else {
            const comes = what === 'come' ? visit : { ...visit, ...reserved };
            here.set(comes.id, comes);
            room.add(comes);
          }
        }
        expect(room.size).toBe(here.size);
        for (const queueId of [CIVIL, CERT]) {
          const inQueue = [...here.values()].filter(
            (visit) => visit.queueId === queueId && !visit.training,
          );
          expect(room.load(queueId)).toEqual({
            waiting: inQueue.length,
            priority: inQueue.filter(({ priority }) => priority === 'priority').length,
          });
        }
        expect(chooseNext(room.candidates(who, now, by), who, now, by)).toEqual(
          chooseNext(here.values(), who, now, by),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('calls every visit in the order of reading all of them', () => {
    fc.assert(
      fc.property(visits, caller, at, rule, (all, who, now, by) => {
        const room = createWaitingRoom(all);
        let left: readonly WaitingVisit[] = all;
        for (;;) {
          const next = chooseNext(left, who, now, by);
          expect(chooseNext(room.candidates(who, now, by), who, now, by)).toEqual(next);
          if (next === null) return;
          room.remove(next.visit.id);
          left = left.filter((visit) => visit !== next.visit);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('offers two of a queue and the special ones, with 100,000 waiting', () => {
    const room = createWaitingRoom();
    for (let seq = 0; seq < 100_000; seq += 1) {
      room.add(
        aWaitingVisit({
          ...place(seq),
          queueId: seq % 2 === 0 ? CIVIL : CERT,
          arrivedAt: minutesAfterT0(seq / 1_000),
          priority: seq % 7 === 0 ? 'priority' : 'normal',
          bookedFor: seq % 20_000 === 19_999 ? minutesAfterT0(50) : null,
        }),
      );
    }
    const who = aCaller({ queueIds: [CIVIL, CERT, CIVIL] });
    const offered = () =>
      [...room.candidates(who, minutesAfterT0(200), NO_BOUND)]
        .map(({ ticket }) => ticket.seq)
        .toSorted((a, b) => a - b);
    const special = [19_999, 39_999, 59_999, 79_999, 99_999];
    expect(offered()).toEqual([0, 1, 2, 7, ...special]);
    for (const seq of [0, 1, 2, 7]) room.remove(place(seq).id);
    expect(offered()).toEqual([3, 4, 14, 21, ...special]);
  });

  it('keeps one visit of an id, the latest', () => {
    const room = createWaitingRoom([aWaitingVisit()]);
    room.add(aWaitingVisit({ queueId: CERT, priority: 'priority' }));
    expect(room.size).toBe(1);
    expect(room.load(CIVIL)).toEqual({ waiting: 0, priority: 0 });
    expect(room.load(CERT)).toEqual({ waiting: 1, priority: 1 });
  });

  it('does nothing when a visit is removed that is not here', () => {
    const room = createWaitingRoom([aWaitingVisit()]);
    room.remove('visit-2' as VisitId);
    expect(room.size).toBe(1);
    expect(room.has('visit-1' as VisitId)).toBe(true);
  });
});

describe('a place given after a missed call', () => {
  const back = aWaitingVisit({ ...place(99), arrivedAt: minutesAfterT0(0) });

  it('is behind exactly as many as the rule says, or at the end when fewer wait', () => {
    const waiting = visits.map((all) =>
      all.map((visit) => ({ ...visit, notBefore: null, bookedFor: null, training: false })),
    );
    fc.assert(
      fc.property(
        waiting,
        fc.integer({ min: 1, max: 6 }),
        rule,
        fc.constantFrom('priority' as const, 'normal' as const),
        (all, people, by, priority) => {
          const now = minutesAfterT0(90);
          const room = createWaitingRoom(all);
          const ahead = (placedAt: Instant) =>
            room.peopleAhead({ ...back, priority, placedAt }, now, by);
          const placedAt = room.placeBehind({ ...back, priority }, people, now, by);
          expect(ahead(placedAt)).toBeGreaterThanOrEqual(Math.min(people, ahead(now)));
          const sooner = all
            .filter(({ queueId }) => queueId === back.queueId)
            .map((visit) => (waitsSince(visit) + 1) as Instant)
            .filter((place) => place < placedAt);
          for (const place of sooner) expect(ahead(place)).toBeLessThan(people);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('is never before the former place, and never behind that of a new ticket', () => {
    fc.assert(
      fc.property(visits, fc.nat(6), rule, (all, people, by) => {
        const now = minutesAfterT0(90);
        const [own, ...others] = all;
        if (own === undefined) return;
        const room = createWaitingRoom(others);
        const placedAt = room.placeBehind(own, people, now, by);
        expect(placedAt).toBeGreaterThanOrEqual(Math.min(waitsSince(own), now));
        expect(placedAt).toBeLessThanOrEqual(now);
        const free = { ...own, bookedFor: null, notBefore: null, reservedFor: null };
        const hypotheticalVisit = { ...free, placedAt: now };
        expect(room.peopleAhead({ ...free, placedAt }, now, by)).toBeLessThanOrEqual(
          room.peopleAhead(hypotheticalVisit, now, by),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('is the former one for a visitor who left from further behind: leaving and coming back gains nothing', () => {
    const room = createWaitingRoom(
      [1, 2, 3, 4, 5].map((seq) =>
        aWaitingVisit({ ...place(seq), arrivedAt: minutesAfterT0(seq) }),
      ),
    );
    const last = aWaitingVisit({ ...place(6), arrivedAt: minutesAfterT0(6) });
    expect(room.placeBehind(last, 3, minutesAfterT0(20), NO_BOUND)).toBe(last.arrivedAt);
    expect(room.placeBehind(last, 0, minutesAfterT0(20), NO_BOUND)).toBe(last.arrivedAt);
    const second = aWaitingVisit({ ...place(0), arrivedAt: minutesAfterT0(1.5) });
    expect(room.placeBehind(second, 3, minutesAfterT0(20), NO_BOUND)).toBe(minutesAfterT0(3) + 1);
  });

  it('is behind all of the same class under strict priority, as a new ticket would be', () => {
    const others = [1, 2, 3, 4, 5].map((seq) => aWaitingVisit(place(seq)));
    const asked = aWaitingVisit({ ...place(6), priority: 'priority' });
    const room = createWaitingRoom([...others, asked]);
    const now = minutesAfterT0(20);
    const behind = (priority: PriorityClass) => {
      const own = { ...back, priority };
      const placedAt = room.placeBehind(own, 3, now, NO_BOUND);
      return room.peopleAhead({ ...own, placedAt }, now, NO_BOUND);
    };
    expect(behind('priority')).toBe(1);
    expect(behind('normal')).toBeGreaterThanOrEqual(3);
  });

  it('is behind three also with priority, where priority takes turns', () => {
    const mode = { type: 'interleaved', priority: 1, normal: 2 } as const;
    const by: QueueRule = { mode, maxWaitMinutes: 600 };
    const room = createWaitingRoom(
      [1, 2, 3, 4, 5].map((seq) => aWaitingVisit({ ...place(seq), priority: 'normal' })),
    );
    const own = { ...back, priority: 'priority' } as const;
    const now = minutesAfterT0(90);
    const behind = (people: number) =>
      room.peopleAhead({ ...own, placedAt: room.placeBehind(own, people, now, by) }, now, by);
    expect(behind(3)).toBe(0);
    const others = [6, 7].map((seq) => aWaitingVisit({ ...place(seq), priority: 'priority' }));
    for (const other of others) room.add(other);
    expect(behind(3)).toBeGreaterThanOrEqual(3);
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
        const [hypotheticalVisit, ...others] = all;
        if (hypotheticalVisit === undefined) return;
        expect(createWaitingRoom(others).peopleAhead(hypotheticalVisit, now, by)).toBe(
          createWaitingRoom(all).peopleAhead(hypotheticalVisit, now, by),
        );
      }),
    );
  });

  it('are none in an empty queue', () => {
    const strict: QueueRule = { mode: { type: 'strict' }, maxWaitMinutes: 30 };
    expect(createWaitingRoom().peopleAhead(aWaitingVisit(), minutesAfterT0(0), strict)).toBe(0);
  });
});
