import type { LocalDate, ServiceId, VisitAction, VisitIn } from '@motcua/domain';
import {
  aNextStep,
  CERT,
  CIVIL,
  COUNTER_2,
  COUNTER_3,
  HOA,
  LAN,
  minutesAfterT0,
  T0,
  TODAY,
} from '@motcua/domain/builders';
import { describe, expect, it } from 'vitest';
import { JournalWriter } from '../test/journal-writer.ts';
import { intervalsOf } from './intervals.ts';
import { stepsIn } from './step-record.ts';

const MINUTE = 60_000;
const CALL = { type: 'call', counterId: COUNTER_2, clerkId: LAN } as const;
const CALL_BY_HOA = { type: 'call', counterId: COUNTER_3, clerkId: HOA } as const;
const START = { type: 'start-service' } as const;
const FINISH = { type: 'finish', nextServiceId: null } as const;
const COPY = 'copy' as ServiceId;
const MARRIAGE = 'marriage' as ServiceId;

type Done = readonly [minute: number, action: VisitAction];

function journalOf(visit: Partial<VisitIn<'waiting'>>, ...actions: readonly Done[]) {
  const journal = new JournalWriter();
  const id = journal.issue(T0, visit);
  for (const [minute, action] of actions)
    if (!journal.act(id, action, minutesAfterT0(minute)))
      throw new Error(`Not possible at minute ${minute}`);
  return journal;
}

const recordOf = (visit: Partial<VisitIn<'waiting'>>, ...actions: readonly Done[]) =>
  intervalsOf(journalOf(visit, ...actions).changes)[0];

describe('the steps of a visit', () => {
  it('have their own queue, counter, waiting and serving, and the visit one wait', () => {
    const record = recordOf(
      { next: [aNextStep()] },
      [5, CALL],
      [6, START],
      [16, FINISH],
      [24, CALL_BY_HOA],
      [25, START],
      [28, FINISH],
    );
    expect(record).toMatchObject({ waitingTime: 5 * MINUTE, servingTime: 13 * MINUTE });
    expect(record?.steps).toEqual([
      {
        serviceId: MARRIAGE,
        queueId: CIVIL,
        counterId: COUNTER_2,
        clerkId: LAN,
        waitingTime: 5 * MINUTE,
        servingTime: 10 * MINUTE,
        outcome: 'served',
      },
      {
        serviceId: COPY,
        queueId: CERT,
        counterId: COUNTER_3,
        clerkId: HOA,
        waitingTime: 8 * MINUTE,
        servingTime: 3 * MINUTE,
        outcome: 'served',
      },
    ]);
  });

  it('are separate when the clerk continues directly, even in one queue', () => {
    const record = recordOf(
      { next: [aNextStep({ queueId: CIVIL })] },
      [5, CALL],
      [6, START],
      [16, { type: 'go-on', nextServiceId: COPY }],
      [20, FINISH],
    );
    expect(record?.steps).toMatchObject([
      { serviceId: MARRIAGE, servingTime: 10 * MINUTE, outcome: 'served' },
      { serviceId: COPY, waitingTime: null, servingTime: 4 * MINUTE, outcome: 'served' },
    ]);
  });

  it('are not served where the visitor was only transferred, and served where they were sent back to', () => {
    const record = recordOf(
      {},
      [5, CALL],
      [6, START],
      [8, { type: 'transfer', toQueueId: CERT, reservedFor: null, andBack: true }],
      [10, CALL_BY_HOA],
      [11, START],
      [15, FINISH],
      [17, CALL],
      [18, START],
      [20, FINISH],
    );
    expect(record?.steps.map(({ queueId, outcome }) => [queueId, outcome])).toEqual([
      [CIVIL, 'transferred'],
      [CERT, 'served'],
      [CIVIL, 'served'],
    ]);
  });

  it('are one when the visitor is sent back and called again: its work is counted where it was done', () => {
    const journal = journalOf(
      {},
      [5, CALL],
      [6, START],
      [10, { type: 'send-back' }],
      [20, CALL_BY_HOA],
      [21, START],
      [29, FINISH],
    );
    const [record] = intervalsOf(journal.changes);
    expect(record).toMatchObject({ waitingTime: 5 * MINUTE, servingTime: 12 * MINUTE });
    expect(record?.steps).toMatchObject([
      { counterId: COUNTER_3, clerkId: HOA, servingTime: 12 * MINUTE, outcome: 'served' },
    ]);
    const at = (counterId: string) =>
      stepsIn(
        (record?.intervals ?? []).filter((interval) => interval.counterId === counterId),
        [],
      );
    expect(at(COUNTER_2)).toMatchObject([{ servingTime: 4 * MINUTE, outcome: null }]);
    expect(at(COUNTER_3)).toMatchObject([{ servingTime: 8 * MINUTE, outcome: 'served' }]);
  });

  it('carry what was recorded of them, also after the visit', () => {
    const record = recordOf(
      { next: [aNextStep()] },
      [5, CALL],
      [6, START],
      [16, FINISH],
      [17, { type: 'set-result', step: 0, result: 'helped-online' }],
      [24, CALL_BY_HOA],
      [25, START],
      [28, FINISH],
      [29, { type: 'set-result', step: 1, result: 'advised' }],
      [30, { type: 'set-result', step: 1, result: 'received', dossierCode: 'H44-250715-0007' }],
    );
    expect(record?.steps).toMatchObject([
      { serviceId: MARRIAGE, servingTime: 10 * MINUTE, result: 'helped-online' },
      { serviceId: COPY, waitingTime: 8 * MINUTE, result: 'received' },
    ]);
    expect(record).toMatchObject({ closedAt: minutesAfterT0(28), outcome: 'served' });
  });

  it('end as transferred when transferred while parked', () => {
    const record = recordOf(
      {},
      [5, CALL],
      [6, START],
      [8, { type: 'park', shared: false }],
      [15, { type: 'transfer', toQueueId: CERT, reservedFor: null, andBack: false }],
      [20, CALL_BY_HOA],
      [21, START],
      [23, FINISH],
    );
    expect(record?.steps).toMatchObject([
      { queueId: CIVIL, servingTime: 2 * MINUTE, outcome: 'transferred' },
      { queueId: CERT, servingTime: 2 * MINUTE, outcome: 'served' },
    ]);
  });

  it('belong to the queue in which they waited last', () => {
    const record = recordOf(
      {},
      [2, { type: 'transfer', toQueueId: CERT, reservedFor: null, andBack: false }],
      [5, CALL],
    );
    expect(record?.steps).toMatchObject([{ queueId: CERT, waitingTime: 5 * MINUTE }]);
    expect(record?.queueId).toBe(CIVIL);
  });

  it('have no outcome when the day ends in the middle', () => {
    const journal = journalOf({ next: [aNextStep()] }, [5, CALL], [6, START]);
    journal.closeDay(minutesAfterT0(900));
    expect(intervalsOf(journal.changes)[0]).toMatchObject({
      leftOver: true,
      outcome: null,
      steps: [{ outcome: null, servingTime: null }],
    });
  });
});

describe('what changes a visit but not its state', () => {
  const party = { people: 3, files: 1, proxy: false };

  it.each<readonly [string, VisitAction]>([
    ['a grant of priority', { type: 'set-priority', priority: 'priority' }],
    ['the size of a family', { type: 'set-party', party }],
    ['a further service', { type: 'add-service', step: aNextStep() }],
  ])('does not restart the walk: %s', (_what, action) => {
    expect(recordOf({}, [5, CALL], [6, action], [8, START])).toMatchObject({
      walkingTime: 3 * MINUTE,
    });
  });

  it('does not restart parking when it is shared', () => {
    const record = recordOf(
      {},
      [5, CALL],
      [6, { type: 'park', shared: false }],
      [10, { type: 'park', shared: true }],
      [26, CALL_BY_HOA],
    );
    expect(record).toMatchObject({ parkedTime: 20 * MINUTE });
    expect(record?.intervals).toHaveLength(4);
  });
});

describe('a place that was held', () => {
  const hold = { type: 'hold', until: minutesAfterT0(12) } as const;

  it('is reported beside a wait that still begins at arrival', () => {
    expect(recordOf({}, [2, hold], [20, CALL])).toMatchObject({
      waitingTime: 20 * MINUTE,
      heldTime: 10 * MINUTE,
      held: true,
    });
  });

  it('is held no longer than until the visitor returned, or was called', () => {
    expect(recordOf({}, [2, hold], [5, { type: 'return' }], [20, CALL])?.heldTime).toBe(3 * MINUTE);
    expect(recordOf({}, [2, hold], [8, CALL])?.heldTime).toBe(6 * MINUTE);
  });

  it('may be postponed as well, and counts neither twice nor after the first call', () => {
    const until = minutesAfterT0(30);
    const record = recordOf(
      {},
      [2, hold],
      [10, { type: 'postpone', until }],
      [40, CALL],
      [41, { type: 'postpone', until: minutesAfterT0(60) }],
      [61, CALL],
    );
    expect(record?.heldTime).toBe(28 * MINUTE);
  });

  it('has no time when it was never held', () => {
    expect(recordOf({}, [5, CALL])).toMatchObject({ heldTime: null, held: false });
  });
});

describe('a visit that continues the next morning', () => {
  const TOMORROW = '2026-11-24' as LocalDate;
  const carried = () => {
    const journal = journalOf({});
    journal.closeDay(minutesAfterT0(960), { dayEnd: 'roll-over' });
    const [id] = journal.visitIds();
    if (id === undefined) throw new Error('A ticket was issued');
    journal.act(id, CALL, minutesAfterT0(1440));
    journal.act(id, START, minutesAfterT0(1441));
    journal.act(id, FINISH, minutesAfterT0(1450));
    return journal.changes;
  };

  it('is left over on its first day, and carried over on the second, without a wait', () => {
    expect(intervalsOf(carried())).toMatchObject([
      { day: TODAY, leftOver: true, outcome: null, carriedOver: false },
      {
        day: TOMORROW,
        leftOver: false,
        outcome: 'served',
        carriedOver: true,
        arrivedAt: T0,
        waitingTime: null,
        servingTime: 9 * MINUTE,
      },
    ]);
  });

  it('is the same on either day when only the journal of that day is read', () => {
    const changes = carried();
    const midnight = changes.findIndex(({ type }) => type === 'day-closed') + 1;
    const [first, second] = intervalsOf(changes);
    expect(intervalsOf(changes.slice(0, midnight))).toEqual([first]);
    expect(intervalsOf(changes.slice(midnight))).toEqual([second]);
  });
});
