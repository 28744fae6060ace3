import type {
  BookingId,
  Booking,
  Instant,
  LocalDate,
  LocalTime,
  PriorityGroupId,
  VisitId,
  WaitingRange,
} from '@motcua/domain';
import {
  aBooking,
  aCounter,
  aNextStep,
  aPriorityGroup,
  aQueue,
  aSite,
  CERT,
  COUNTER_2,
  COUNTER_3,
  HOA,
  LAN,
  minutesAfterT0,
  T0,
  TODAY,
  someSettings,
} from '@motcua/domain/builders';
import { describe, expect, it } from 'vitest';
import { BY_HUB, JournalWriter } from '../../test/journal-writer.ts';
import { dayReport } from './day-report.ts';

const MINUTE = 60_000;
const TOMORROW = '2026-11-24' as LocalDate;
const EVENING = minutesAfterT0(600);
const CALL = { type: 'call', counterId: COUNTER_2, clerkId: LAN } as const;
const START = { type: 'start-service' } as const;
const FINISH = { type: 'finish', nextServiceId: null } as const;
const REINSTATE = { type: 'reinstate', placedAt: null } as const;
const open = { from: '07:30' as LocalTime, to: '16:30' as LocalTime };
const settings = someSettings({
  site: aSite({ hours: { week: Array.from({ length: 7 }, () => [open]), closedDays: [] } }),
  queues: [aQueue(), aQueue({ id: CERT, series: { prefix: 'S', from: 1, to: 999 } })],
  counters: [aCounter(), aCounter({ id: COUNTER_3, number: 3 })],
  priorityGroups: [aPriorityGroup()],
});

interface More {
  readonly madeAt?: Instant;
  readonly day?: LocalDate;
  readonly bookings?: readonly Booking[];
}

const reportOf = (
  { changes }: JournalWriter,
  { madeAt = EVENING, day = TODAY, bookings = [] }: More = {},
) => dayReport({ day, zone: 'Asia/Ho_Chi_Minh', settings, changes, bookings, madeAt });

function serve(journal: JournalWriter, id: VisitId, calledAt: number): void {
  journal.act(id, CALL, minutesAfterT0(calledAt));
  journal.act(id, START, minutesAfterT0(calledAt + 1));
  journal.act(id, FINISH, minutesAfterT0(calledAt + 5));
}

describe('a visit for two services', () => {
  const journal = new JournalWriter();
  const id = journal.issue(T0, { next: [aNextStep()] });
  serve(journal, id, 10);
  journal.act(id, { type: 'call', counterId: COUNTER_3, clerkId: HOA }, minutesAfterT0(22));
  journal.act(id, START, minutesAfterT0(23));
  journal.act(id, FINISH, minutesAfterT0(25));
  const report = reportOf(journal);

  it('is one visit and two services', () => {
    expect(report.totals).toMatchObject({ issued: 1, services: 2, outcomes: { served: 1 } });
    expect(report.queues.map(({ issued, services }) => [issued, services])).toEqual([
      [1, 1],
      [0, 1],
    ]);
    expect(report.counters.map(({ served }) => served)).toEqual([1, 1]);
  });

  it('has one wait, another between its services, and a serving time for each', () => {
    expect(report.times.waitingTime).toMatchObject({ count: 1, longest: 10 * MINUTE });
    expect(report.times.rewaitingTime).toMatchObject({ count: 1, longest: 7 * MINUTE });
    expect(report.longestWaits).toMatchObject([
      { waitingTime: 10 * MINUTE, rewaitingTime: 7 * MINUTE, wholeWait: 17 * MINUTE },
    ]);
    expect(report.times.servingTime).toMatchObject({
      count: 2,
      median: 2 * MINUTE,
      longest: 4 * MINUTE,
    });
    expect(report.queues.map(({ servingTime }) => servingTime.longest)).toEqual([
      4 * MINUTE,
      2 * MINUTE,
    ]);
    expect(report.counters.map(({ servingTime }) => servingTime.longest)).toEqual([
      4 * MINUTE,
      2 * MINUTE,
    ]);
  });
});

describe('training', () => {
  it('changes no figure and no list', () => {
    const journal = new JournalWriter();
    serve(journal, journal.issue(T0), 7);
    const expected = reportOf(journal);
    const number = '#H001';
    const practice = journal.issue(T0, {
      training: true,
      ticket: { number, seq: 9, language: 'vi' },
    });
    journal.printJob({ askedAt: T0, number, visitId: practice, state: 'failed', fault: 'offline' });
    journal.act(practice, CALL, minutesAfterT0(20));
    journal.act(practice, { type: 'mark-no-show' }, minutesAfterT0(21));
    const seat = { counterId: COUNTER_2, clerkId: LAN, since: T0, training: true } as const;
    journal.counter({ ...seat, state: 'open' }, minutesAfterT0(15));
    journal.counter({ ...seat, state: 'paused', reason: 'lunch' }, minutesAfterT0(40));
    journal.counter({ counterId: COUNTER_2, state: 'closed' }, minutesAfterT0(50));
    expect(reportOf(journal)).toEqual(expected);
  });
});

describe('missed calls', () => {
  it('are counted for any outcome, and reinstated visits are listed', () => {
    const journal = new JournalWriter();
    for (const rejoins of [false, true]) {
      const id = journal.issue(T0);
      journal.act(id, CALL, minutesAfterT0(3));
      journal.act(id, { type: 'mark-no-show' }, minutesAfterT0(6), rejoins ? undefined : BY_HUB);
      if (rejoins) journal.act(id, REINSTATE, minutesAfterT0(8));
      if (rejoins) serve(journal, id, 9);
    }
    const { missed, noShows, times } = reportOf(journal);
    expect(missed).toEqual({
      visits: 2,
      byHub: 1,
      rejoined: [
        {
          number: 'H002',
          queueId: 'civil',
          rejoinedAt: minutesAfterT0(8),
          outcome: 'served',
        },
      ],
    });
    expect(noShows).toMatchObject([{ number: 'H001', byHub: true }]);
    expect(times.waitingTime.longest).toBe(3 * MINUTE);
  });
});

describe('places that were held', () => {
  it('are reported as a sum, beside waits that still begin at arrival', () => {
    const journal = new JournalWriter();
    const id = journal.issue(T0);
    journal.act(id, { type: 'hold', until: minutesAfterT0(11) }, minutesAfterT0(1));
    serve(journal, id, 20);
    const { held, times, longestWaits } = reportOf(journal);
    expect(held).toEqual({ visits: 1, time: 10 * MINUTE });
    expect(times.waitingTime.longest).toBe(20 * MINUTE);
    expect(longestWaits).toMatchObject([{ waitingTime: 20 * MINUTE, heldTime: 10 * MINUTE }]);
  });
});

describe('visits that continue the next morning', () => {
  const journal = new JournalWriter();
  const id = journal.issue(T0);
  journal.issue(T0, { training: true, ticket: { number: '#H001', seq: 2, language: 'vi' } });
  journal.closeDay(minutesAfterT0(960), { dayEnd: 'roll-over' });
  serve(journal, id, 1440);

  it('are listed on the day they began', () => {
    expect(reportOf(journal).totals).toMatchObject({
      issued: 1,
      carriedOver: 0,
      open: ['H001'],
      rolledOver: ['H001'],
    });
  });

  it('are served on the next day without being issued, arriving or having waited', () => {
    const madeAt = minutesAfterT0(2000);
    const { totals, queues, hours, times, longestWaits } = reportOf(journal, {
      day: TOMORROW,
      madeAt,
    });
    expect(totals).toMatchObject({ issued: 0, carriedOver: 1, outcomes: { served: 1 } });
    expect(queues[0]).toMatchObject({ issued: 0, carriedOver: 1, services: 1 });
    expect(hours.every(({ arrivals }) => arrivals === 0)).toBe(true);
    expect([times.waitingTime.count, times.servingTime.count]).toEqual([0, 1]);
    expect(longestWaits).toEqual([]);
  });
});

it('are left out of all waiting figures when carried over, also of waiting again', () => {
  const journal = new JournalWriter();
  const id = journal.issue(T0);
  journal.closeDay(minutesAfterT0(600), { dayEnd: 'roll-over' });
  const call = { type: 'call', counterId: COUNTER_2, clerkId: LAN } as const;
  journal.act(id, call, minutesAfterT0(1500));
  journal.act(id, { type: 'send-back' }, minutesAfterT0(1502));
  serve(journal, id, 1520);
  const { totals, times } = reportOf(journal, { day: TOMORROW, madeAt: minutesAfterT0(2000) });
  expect(totals).toMatchObject({ carriedOver: 1, outcomes: { served: 1 } });
  expect([times.waitingTime.count, times.rewaitingTime.count]).toEqual([0, 0]);
});

describe('priority', () => {
  it('is counted by group, with the present names and without a number', () => {
    const journal = new JournalWriter();
    journal.issue(T0, { priority: 'priority' });
    const granted = journal.issue(T0);
    journal.act(granted, { type: 'set-priority', priority: 'priority' }, minutesAfterT0(1));
    journal.issue(T0);
    expect(reportOf(journal).priority).toEqual({ visits: 2, groups: [] });
    const elderly = 'elderly' as PriorityGroupId;
    journal.closeDay(minutesAfterT0(960), {
      priorityGroups: { [elderly]: 1, ['gone' as PriorityGroupId]: 2 },
    });
    expect(reportOf(journal).priority).toEqual({
      visits: 2,
      groups: [
        { groupId: 'elderly', name: aPriorityGroup().name, count: 1 },
        { groupId: 'gone', name: { vi: 'gone' }, count: 2 },
      ],
    });
  });
});

describe('bookings', () => {
  it('are counted for the day: made, come, come too late, cancelled and not come', () => {
    const journal = new JournalWriter();
    const inTime = journal.issue(T0, { bookedFor: minutesAfterT0(5) });
    const late = journal.issue(T0);
    const states: readonly Partial<Booking>[] = [
      { state: 'checked-in', visitId: inTime },
      { state: 'checked-in', visitId: late },
      { state: 'cancelled' },
      { state: 'booked' },
      { state: 'booked', day: TOMORROW },
    ];
    const bookings = states.map((state, index) =>
      aBooking({ id: `booking-${index}` as BookingId, ...state }),
    );
    expect(reportOf(journal, { bookings }).bookings).toEqual({
      made: 4,
      checkedIn: 2,
      late: 1,
      cancelled: 1,
      notCome: 1,
    });
  });
});

describe('waiting estimates', () => {
  const range: WaitingRange = { fromMinutes: 5, toMinutes: 15 };
  /** One ticket for each number of minutes until its call; null: never called. */
  const promised = (calls: readonly (number | null)[]) => {
    const journal = new JournalWriter();
    for (const calledAt of calls) {
      const id = journal.issue(T0, {}, 0, range);
      if (calledAt !== null) journal.act(id, CALL, minutesAfterT0(calledAt));
    }
    return journal;
  };
  const kept = (count: number) => Array.from({ length: count }, () => 10);

  it('are kept when the first call is within the range, and broken before, after, or without it', () => {
    const { promises } = reportOf(promised([...kept(17), 3, 20, null]));
    expect(promises).toEqual({ known: 20, kept: 17 });
  });

  it('have no share when there are fewer than twenty', () => {
    expect(reportOf(promised(kept(19))).promises).toBeNull();
  });

  it('are not broken by visitors who left in time or held their place', () => {
    const journal = promised(kept(20));
    const left = journal.issue(T0, {}, 0, range);
    journal.act(left, { type: 'cancel', as: 'left' }, minutesAfterT0(8));
    const held = journal.issue(T0, {}, 0, range);
    journal.act(held, { type: 'hold', until: minutesAfterT0(11) }, minutesAfterT0(1));
    journal.act(held, CALL, minutesAfterT0(30));
    expect(reportOf(journal).promises).toEqual({ known: 20, kept: 20 });
  });

  it('stay open until their time has passed', () => {
    const journal = promised([...kept(20), null]);
    expect(reportOf(journal, { madeAt: minutesAfterT0(12) }).promises?.known).toBe(20);
    expect(reportOf(journal, { madeAt: minutesAfterT0(16) }).promises?.known).toBe(21);
  });
});
