import type { Instant, ServiceId, VisitAction } from '@motcua/domain';
import {
  aNextStep,
  CERT,
  COUNTER_2,
  COUNTER_3,
  HOA,
  LAN,
  minutesAfterT0,
  T0,
} from '@motcua/domain/builders';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JournalWriter } from '../test/journal-writer.ts';
import { intervalsOf, recordsOf } from './intervals.ts';
import { totalOf } from './statistics.ts';
import { lengthOf } from './visit-intervals.ts';

const MINUTE = 60_000;
const CALL = { type: 'call', counterId: COUNTER_2, clerkId: LAN } as const;
const CALL_BY_HOA = { type: 'call', counterId: COUNTER_3, clerkId: HOA } as const;
const FINISH = { type: 'finish', nextServiceId: null } as const;
const PARK = { type: 'park', shared: false } as const;
const REINSTATE = { type: 'reinstate', placedAt: null } as const;
const TRANSFER = { type: 'transfer', toQueueId: CERT, reservedFor: null, andBack: false } as const;

type Done = readonly [minute: number, action: VisitAction | 'undo'];

function journalOf(...actions: readonly Done[]) {
  const journal = new JournalWriter();
  const id = journal.issue(minutesAfterT0(0), {}, 4);
  for (const [minute, action] of actions) {
    const at = minutesAfterT0(minute);
    if (action === 'undo' ? !journal.undo(at) : !journal.act(id, action, at))
      throw new Error(`Not possible at minute ${minute}`);
  }
  return journal;
}

const recordOf = (...actions: readonly Done[]) => intervalsOf(journalOf(...actions).changes)[0];

describe('the record of a visit', () => {
  it('measures waiting, walking and serving', () => {
    expect(recordOf([5, CALL], [6, { type: 'start-service' }], [16, FINISH])).toMatchObject({
      waitingTime: 5 * MINUTE,
      walkingTime: MINUTE,
      servingTime: 10 * MINUTE,
      parkedTime: null,
      outcome: 'served',
      peopleAhead: 4,
      intervals: [
        { state: 'waiting', counterId: null, clerkId: null, endedBy: 'call' },
        { state: 'called', counterId: COUNTER_2, clerkId: LAN, endedBy: 'start-service' },
        { state: 'serving', counterId: COUNTER_2, clerkId: LAN, endedBy: 'finish' },
      ],
    });
  });

  it('begins the walk at the call, not at the last recall', () => {
    const record = recordOf(
      [5, CALL],
      [6, { type: 'recall' }],
      [7, { type: 'recall' }],
      [8, { type: 'start-service' }],
    );
    expect(record).toMatchObject({
      walkingTime: 3 * MINUTE,
      calls: 1,
      recalls: 2,
      servingTime: null,
    });
  });

  it('counts no walk for a no-show', () => {
    const record = recordOf([5, CALL], [9, { type: 'mark-no-show' }]);
    expect(record).toMatchObject({ outcome: 'no-show', walkingTime: null, servingTime: null });
  });

  it('adds up parking and the services before and after it', () => {
    const record = recordOf(
      [5, CALL],
      [6, { type: 'start-service' }],
      [10, PARK],
      [30, CALL],
      [31, { type: 'start-service' }],
      [34, FINISH],
    );
    expect(record).toMatchObject({
      waitingTime: 5 * MINUTE,
      walkingTime: 2 * MINUTE,
      servingTime: 7 * MINUTE,
      parkedTime: 20 * MINUTE,
    });
  });

  it('keeps the wait until the first call when the visit is transferred', () => {
    const record = recordOf(
      [5, CALL],
      [6, { type: 'start-service' }],
      [8, TRANSFER],
      [20, CALL_BY_HOA],
      [21, { type: 'start-service' }],
      [25, FINISH],
    );
    expect(record).toMatchObject({
      waitingTime: 5 * MINUTE,
      servingTime: 6 * MINUTE,
      transfers: 1,
    });
    expect(
      record?.intervals.map(({ queueId, counterId }) => [queueId, counterId]).slice(3),
    ).toEqual([
      [CERT, null],
      [CERT, COUNTER_3],
      [CERT, COUNTER_3],
    ]);
  });

  it('has the final outcome of a visit that was reinstated', () => {
    const record = recordOf(
      [5, CALL],
      [7, { type: 'mark-no-show' }],
      [12, REINSTATE],
      [15, CALL],
      [16, { type: 'start-service' }],
      [20, FINISH],
    );
    expect(record).toMatchObject({
      outcome: 'served',
      reinstatedAt: minutesAfterT0(12),
      waitingTime: 5 * MINUTE,
      calls: 2,
    });
  });

  it('ignores what was undone', () => {
    const undone = recordOf(
      [5, CALL],
      [6, { type: 'start-service' }],
      [10, FINISH],
      [10.1, 'undo'],
      [16, FINISH],
    );
    expect(undone).toEqual(recordOf([5, CALL], [6, { type: 'start-service' }], [16, FINISH]));
  });

  it('undoes everything that one command did to a visit, as when its next step is called at once', () => {
    const journal = new JournalWriter();
    const id = journal.issue(minutesAfterT0(0), { next: [aNextStep()] });
    journal.act(id, CALL, minutesAfterT0(5));
    journal.act(id, { type: 'start-service' }, minutesAfterT0(6));
    const serving = journal.visit(id);
    const before = intervalsOf(journal.changes);
    journal.act(id, FINISH, minutesAfterT0(10));
    journal.act(id, CALL, minutesAfterT0(10));
    journal.undo(minutesAfterT0(10.1), serving);
    expect(intervalsOf(journal.changes)).toEqual(before);
  });

  it('has no first call after the only call was undone', () => {
    expect(recordOf([5, CALL], [5.1, 'undo'])).toMatchObject({
      firstCalledAt: null,
      waitingTime: null,
      calls: 0,
      intervals: [{ state: 'waiting', to: null, endedBy: null }],
    });
  });

  it('takes the true arrival of a ticket that was issued offline', () => {
    const journal = new JournalWriter();
    const id = journal.issue(minutesAfterT0(30), { arrivedAt: minutesAfterT0(2) });
    journal.act(id, CALL, minutesAfterT0(40));
    expect(intervalsOf(journal.changes)[0]).toMatchObject({ waitingTime: 38 * MINUTE });
  });

  it('does not treat the closing of the day as the end of a service', () => {
    const journal = journalOf([5, CALL], [6, { type: 'start-service' }]);
    journal.closeDay(minutesAfterT0(900));
    expect(intervalsOf(journal.changes)[0]).toMatchObject({
      leftOver: true,
      outcome: null,
      servingTime: null,
      walkingTime: MINUTE,
    });
  });

  it('keeps the outcome of a visit that had left before the day was closed', () => {
    const journal = journalOf([5, { type: 'cancel', as: 'left' }]);
    journal.closeDay(minutesAfterT0(900));
    expect(intervalsOf(journal.changes)[0]).toMatchObject({ leftOver: false, outcome: 'left' });
  });

  it('never has a negative time, even when the clock was set back', () => {
    const record = recordOf([-20, CALL], [-30, { type: 'start-service' }], [-40, FINISH]);
    expect(record).toMatchObject({ waitingTime: 0, walkingTime: 0, servingTime: 0 });
  });
});

const action = fc.oneof(
  fc.constantFrom<VisitAction>(
    CALL,
    CALL_BY_HOA,
    TRANSFER,
    { type: 'recall' },
    { type: 'start-service' },
    PARK,
    { type: 'send-back' },
    { type: 'mark-no-show' },
    FINISH,
    { type: 'cancel', as: 'left' },
    { type: 'cancel', as: 'withdrawn' },
    { type: 'go-on', nextServiceId: 'copy' as ServiceId },
    { type: 'add-service', step: aNextStep() },
    { type: 'drop-service', serviceId: 'copy' as ServiceId },
    { type: 'set-priority', priority: 'priority' },
    { type: 'hold', until: minutesAfterT0(40) },
    { type: 'return' },
    { type: 'postpone', until: minutesAfterT0(90) },
    REINSTATE,
  ),
);
type Move = {
  readonly visit: number;
  readonly action: VisitAction;
  readonly undone: boolean;
  readonly gap: number;
};
const moves: fc.Arbitrary<readonly Move[]> = fc.array(
  fc.record({
    visit: fc.nat(4),
    action,
    undone: fc.boolean(),
    gap: fc.integer({ min: -90_000, max: 600_000 }),
  }),
  { maxLength: 60 },
);

/** The moves of five visits; `withUndone` also makes, and undoes, the undone ones. */
function play(all: readonly Move[], withUndone: boolean): JournalWriter {
  const journal = new JournalWriter();
  const ids = Array.from({ length: 5 }, (_, index) => journal.issue(minutesAfterT0(index)));
  let at = Number(minutesAfterT0(5));
  for (const move of all) {
    at += move.gap;
    const id = ids[move.visit];
    if (id === undefined || (move.undone && !withUndone)) continue;
    if (journal.act(id, move.action, at as Instant) && move.undone)
      journal.undo((at + 5000) as Instant);
  }
  return journal;
}

describe('a journal', () => {
  it('has no trace of what was undone', () => {
    fc.assert(
      fc.property(moves, (all) => {
        expect(intervalsOf(play(all, true).changes)).toEqual(intervalsOf(play(all, false).changes));
      }),
    );
  });

  it('has no negative interval, however the clock jumps', () => {
    fc.assert(
      fc.property(moves, (all) => {
        const lengths = intervalsOf(play(all, true).changes).flatMap((visit) => [
          ...visit.intervals.map((interval) => lengthOf(interval)),
          ...[visit.waitingTime, visit.walkingTime, visit.servingTime, visit.parkedTime],
          ...visit.steps.flatMap((step) => [step.waitingTime, step.servingTime]),
        ]);
        expect(lengths.filter((length) => length !== null && length < 0)).toEqual([]);
      }),
    );
  });

  it('has the same serving time in total and by steps', () => {
    fc.assert(
      fc.property(moves, (all) => {
        for (const { steps, servingTime } of intervalsOf(play(all, true).changes))
          expect(totalOf(steps.map((step) => step.servingTime ?? 0))).toBe(servingTime ?? 0);
      }),
    );
  });

  it('never has a place held longer than it waited', () => {
    fc.assert(
      fc.property(moves, (all) => {
        for (const { heldTime, waitingTime } of intervalsOf(play(all, true).changes))
          if (heldTime !== null) expect(heldTime).toBeLessThanOrEqual(waitingTime ?? 0);
      }),
    );
  });

  it('has the same record of each visit when it is read by itself', () => {
    fc.assert(
      fc.property(moves, (all) => {
        const { changes } = play(all, true);
        const whole = intervalsOf(changes);
        const expected = whole.flatMap(({ visitId }) =>
          intervalsOf(
            changes.filter((change) => !('visit' in change) || change.visit.id === visitId),
          ),
        );
        expect(expected).toEqual(whole);
      }),
    );
  });

  it('is read once, from any iterable', () => {
    const { changes } = journalOf([5, CALL]);
    const pages = function* () {
      for (let from = 0; from < changes.length; from += 1) yield* changes.slice(from, from + 1);
    };
    expect(recordsOf(pages())).toEqual(recordsOf(changes));
  });
});

describe('training', () => {
  const practice = { training: true, ticket: { number: '#H001', seq: 1, language: 'vi' } };

  it('creates no visit, no slip and no call', () => {
    const journal = new JournalWriter();
    const id = journal.issue(minutesAfterT0(0), practice);
    journal.act(id, CALL, minutesAfterT0(1));
    journal.printJob({ askedAt: minutesAfterT0(0), visitId: id });
    journal.announcement({ calledAt: minutesAfterT0(1), visitId: id });
    expect(recordsOf(journal.changes)).toMatchObject({
      visits: [],
      printJobs: [],
      announcements: [],
    });
  });

  it('is not part of a counter’s time, and ends the interval before it', () => {
    const journal = new JournalWriter();
    const open = { counterId: COUNTER_2, state: 'open', clerkId: LAN, since: T0 } as const;
    journal.counter({ ...open, training: false }, minutesAfterT0(0));
    journal.counter({ ...open, training: true }, minutesAfterT0(10));
    journal.counter({ counterId: COUNTER_2, state: 'closed' }, minutesAfterT0(60));
    expect(recordsOf(journal.changes).counters.get(COUNTER_2)).toMatchObject([
      { counter: { state: 'open' }, to: minutesAfterT0(10) },
      { counter: { state: 'closed' } },
    ]);
  });
});

describe('a counter whose change was undone', () => {
  const open = {
    counterId: COUNTER_2,
    state: 'open',
    clerkId: LAN,
    since: T0,
    training: false,
  } as const;

  it('continues as before', () => {
    const journal = new JournalWriter();
    journal.counter(open, minutesAfterT0(0));
    journal.counter({ ...open, state: 'paused', reason: 'lunch' }, minutesAfterT0(30));
    journal.undoCounter(COUNTER_2, minutesAfterT0(30.1));
    expect(recordsOf(journal.changes).counters.get(COUNTER_2)).toEqual([
      { counter: open, from: minutesAfterT0(0), to: null },
    ]);
  });

  it('was never open when its opening was undone', () => {
    const journal = new JournalWriter();
    journal.counter(open, minutesAfterT0(0));
    journal.undoCounter(COUNTER_2, minutesAfterT0(0.1));
    expect(recordsOf(journal.changes).counters.get(COUNTER_2)).toEqual([]);
  });
});
