import type { Instant, LocalDate, LocalTime, QueueId, VisitId } from '@motcua/domain';
import {
  aCounter,
  aPriorityGroup,
  aQueue,
  aSite,
  CERT,
  COUNTER_2,
  COUNTER_3,
  LAN,
  minutesAfterT0,
  T0,
  TODAY,
  someSettings,
} from '@motcua/domain/builders';
import { describe, expect, it } from 'vitest';
import { JournalWriter } from '../../test/journal-writer.ts';
import { dayReport } from './day-report.ts';

const MINUTE = 60_000;
const span = (from: string, to: string) => ({ from: from as LocalTime, to: to as LocalTime });
const week = Array.from({ length: 7 }, () => [span('07:30', '11:30'), span('13:30', '16:30')]);
const settings = someSettings({
  site: aSite({ hours: { week, closedDays: [] } }),
  queues: [
    aQueue(),
    aQueue({ id: CERT, series: { prefix: 'S', from: 1, to: 999 } }),
    aQueue({ id: 'closed' as QueueId, active: false }),
  ],
  counters: [aCounter({ id: COUNTER_3, number: 3 }), aCounter()],
  priorityGroups: [aPriorityGroup()],
});
/** 18:00 in Việt Nam. */
const EVENING = minutesAfterT0(600);
const FINISH = { type: 'finish', nextServiceId: null } as const;
const REINSTATE = { type: 'reinstate', placedAt: null } as const;
const CALL = { type: 'call', counterId: COUNTER_2, clerkId: LAN } as const;

const reportOf = ({ changes }: JournalWriter, madeAt: Instant = EVENING, day: LocalDate = TODAY) =>
  dayReport({ day, zone: 'Asia/Ho_Chi_Minh', settings, changes, bookings: [], madeAt });

function serve(journal: JournalWriter, id: VisitId, calledAt: number): void {
  journal.act(id, CALL, minutesAfterT0(calledAt));
  journal.act(id, { type: 'start-service' }, minutesAfterT0(calledAt + 1));
  journal.act(id, FINISH, minutesAfterT0(calledAt + 5));
}

describe('the report of an empty day', () => {
  const report = reportOf(new JournalWriter());

  it('has every hour of the centre, without arrivals', () => {
    expect(report.hours.map(({ hour }) => hour)).toEqual([7, 8, 9, 10, 11, 12, 13, 14, 15, 16]);
    expect(
      report.hours.every(({ arrivals, longestWait }) => arrivals === 0 && longestWait === null),
    ).toBe(true);
  });

  it('has every open queue and every counter, in the order of their numbers', () => {
    expect(report.queues.map(({ prefix, issued }) => [prefix, issued])).toEqual([
      ['H', 0],
      ['S', 0],
    ]);
    expect(report.counters.map(({ number }) => number)).toEqual([2, 3]);
  });

  it('has no times instead of zeros', () => {
    expect(report.times.waitingTime).toEqual({ count: 0, median: null, p90: null, longest: null });
  });

  it('has the hours of a compensatory working day', () => {
    const spans = [{ from: '08:00' as LocalTime, to: '12:00' as LocalTime }];
    const specialDays = [{ date: TODAY, spans, reason: { vi: 'Làm bù' } }];
    const worked = {
      ...settings,
      site: aSite({ hours: { week: week.map(() => []), closedDays: [], specialDays } }),
    };
    const report = dayReport({
      day: TODAY,
      zone: worked.site.zone,
      settings: worked,
      changes: [],
      bookings: [],
      madeAt: EVENING,
    });
    expect(report.openHours).toEqual(spans);
    expect(report.hours.map(({ hour }) => hour)).toEqual([8, 9, 10, 11]);
  });

  it('has no hours on a closed day', () => {
    const closedDays = [{ date: TODAY, reason: { vi: 'Quốc khánh' } }];
    const closed = { ...settings, site: aSite({ hours: { week, closedDays } }) };
    const report = dayReport({
      day: TODAY,
      zone: closed.site.zone,
      settings: closed,
      changes: [],
      bookings: [],
      madeAt: EVENING,
    });
    expect([report.openHours, report.hours]).toEqual([[], []]);
  });
});

describe('the report of a day', () => {
  it('counts a transferred visit in the queue that issued its number', () => {
    const journal = new JournalWriter();
    const id = journal.issue(T0);
    journal.act(
      id,
      { type: 'transfer', toQueueId: CERT, reservedFor: null, andBack: false },
      minutesAfterT0(2),
    );
    serve(journal, id, 10);
    const { queues, totals } = reportOf(journal);
    expect(queues.map(({ issued, outcomes }) => [issued, outcomes.served])).toEqual([
      [1, 1],
      [0, 0],
    ]);
    expect(totals.transfers).toBe(1);
  });

  it('keeps a removed queue, sorted by the letter of its tickets', () => {
    const journal = new JournalWriter();
    journal.issue(T0, {
      queueId: 'gone' as QueueId,
      ticket: { number: 'K007', seq: 1, language: 'vi' },
    });
    const { queues } = reportOf(journal);
    expect(queues.map(({ prefix, issued }) => [prefix, issued])).toEqual([
      ['H', 0],
      ['K', 1],
      ['S', 0],
    ]);
  });

  it('lists open visits before the day is closed, and those left over afterwards', () => {
    const journal = new JournalWriter();
    journal.issue(T0);
    expect(reportOf(journal)).toMatchObject({ dayClosed: false, totals: { open: ['H001'] } });
    journal.closeDay(minutesAfterT0(961));
    expect(reportOf(journal, minutesAfterT0(962))).toMatchObject({
      dayClosed: true,
      totals: { issued: 1, open: ['H001'], outcomes: { left: 0 } },
    });
  });

  it('groups arrivals by local hour, also outside opening hours', () => {
    const journal = new JournalWriter();
    journal.issue(minutesAfterT0(-90));
    serve(journal, journal.issue(minutesAfterT0(59)), 80);
    const { hours } = reportOf(journal);
    expect(hours.slice(0, 3)).toEqual([
      { hour: 6, arrivals: 1, longestWait: null },
      { hour: 7, arrivals: 0, longestWait: null },
      { hour: 8, arrivals: 1, longestWait: 21 * MINUTE },
    ]);
  });

  it('explains the longest waits: number, times, counter, and how many were ahead', () => {
    const journal = new JournalWriter();
    for (const ahead of [0, 1, 2, 3, 4, 5])
      serve(journal, journal.issue(T0, {}, ahead), 10 + ahead * 6);
    const { longestWaits } = reportOf(journal);
    expect(longestWaits).toHaveLength(5);
    expect(longestWaits[0]).toMatchObject({
      number: 'H006',
      waitingTime: 40 * MINUTE,
      counterNumber: 2,
      peopleAhead: 5,
    });
  });

  it('includes waiting after the first call in the longest waits', () => {
    const journal = new JournalWriter();
    serve(journal, journal.issue(T0), 20);
    const sentBack = journal.issue(T0);
    journal.act(sentBack, CALL, minutesAfterT0(17));
    journal.act(sentBack, { type: 'send-back' }, minutesAfterT0(18));
    serve(journal, sentBack, 32);
    const { longestWaits, times } = reportOf(journal);
    expect(longestWaits).toMatchObject([
      { number: 'H002', waitingTime: 17 * MINUTE, rewaitingTime: 14 * MINUTE },
      { number: 'H001', waitingTime: 20 * MINUTE, rewaitingTime: null },
    ]);
    expect(longestWaits.map(({ wholeWait }) => wholeWait / MINUTE)).toEqual([31, 20]);
    expect(times.rewaitingTime).toMatchObject({ count: 1, longest: 14 * MINUTE });
  });

  it('lists no-shows, but not one that was reinstated and served', () => {
    const journal = new JournalWriter();
    for (const reinstated of [false, true]) {
      const id = journal.issue(T0);
      journal.act(id, CALL, minutesAfterT0(3));
      journal.act(id, { type: 'recall' }, minutesAfterT0(4));
      journal.act(id, { type: 'mark-no-show' }, minutesAfterT0(6));
      if (reinstated) journal.act(id, REINSTATE, minutesAfterT0(8));
      if (reinstated) serve(journal, id, 9);
    }
    expect(reportOf(journal).noShows).toEqual([
      {
        number: 'H001',
        queueId: 'civil',
        counterNumber: 2,
        calledAt: minutesAfterT0(3),
        calls: 2,
        byHub: false,
      },
    ]);
  });

  it('gives the same figures when it reads the journal of other days as well', () => {
    const journal = new JournalWriter();
    serve(journal, journal.issue(T0), 7);
    const expected = reportOf(journal);
    const DAY = 1440;
    const yesterday = journal.issue(minutesAfterT0(-DAY), { day: '2026-11-22' as LocalDate });
    serve(journal, yesterday, 7 - DAY);
    journal.announcement({ calledAt: minutesAfterT0(-DAY), state: 'failed', failure: 'no-sound' });
    journal.printJob({ askedAt: minutesAfterT0(DAY), state: 'failed', fault: 'offline' });
    journal.counter(
      { counterId: COUNTER_3, state: 'open', clerkId: LAN, since: T0, training: false },
      minutesAfterT0(DAY),
    );
    expect(reportOf(journal)).toEqual(expected);
  });

  it('refuses a zone that does not exist', () => {
    const source = { day: TODAY, settings, changes: [], bookings: [], madeAt: EVENING };
    expect(() => dayReport({ ...source, zone: 'Mars/Olympus' })).toThrow(RangeError);
  });
});

describe('the time of a counter', () => {
  const open = {
    counterId: COUNTER_2,
    state: 'open',
    clerkId: LAN,
    since: T0,
    training: false,
  } as const;
  const lunch = { ...open, state: 'paused', reason: 'lunch' } as const;

  it('is open, paused by reason, and idle while no visit is called or served', () => {
    const journal = new JournalWriter();
    const id = journal.issue(T0);
    journal.counter(open, T0);
    serve(journal, id, 10);
    journal.counter(lunch, minutesAfterT0(60));
    journal.counter(open, minutesAfterT0(90));
    journal.counter({ counterId: COUNTER_2, state: 'closed' }, minutesAfterT0(100));
    expect(reportOf(journal).counters[0]).toMatchObject({
      served: 1,
      servingTime: { median: 4 * MINUTE },
      openTime: 70 * MINUTE,
      pausedTime: 30 * MINUTE,
      pausedBy: { 'lunch': 30 * MINUTE, 'short-break': 0 },
      idleTime: 65 * MINUTE,
    });
  });

  it('ends now on the day itself, and at midnight when the counter was not closed', () => {
    const journal = new JournalWriter();
    journal.counter(open, minutesAfterT0(60));
    expect(reportOf(journal, minutesAfterT0(90)).counters[0]?.openTime).toBe(30 * MINUTE);
    expect(reportOf(journal, minutesAfterT0(5000)).counters[0]?.openTime).toBe(15 * 60 * MINUTE);
  });
});

describe('calls and slips', () => {
  it('counts a call as not audible when it failed or was never played, but not when it was undone', () => {
    const journal = new JournalWriter();
    journal.announcement({ calledAt: T0, number: 'H001' });
    journal.announcement({ calledAt: T0, number: 'H002', state: 'failed', failure: 'no-sound' });
    journal.announcement({ calledAt: T0, number: 'H003', state: 'failed', failure: 'withdrawn' });
    const over = { state: 'failed', failure: 'withdrawn', ended: 'over' } as const;
    journal.announcement({ calledAt: T0, number: 'H006', ...over });
    journal.announcement({ calledAt: T0, number: 'H004', state: 'queued' });
    journal.announcement({ calledAt: EVENING, number: 'H005', state: 'playing' });
    const { callsNotHeard, totals } = reportOf(journal);
    expect(callsNotHeard.map(({ number, why }) => [number, why])).toEqual([
      ['H002', 'no-sound'],
      ['H004', 'never-played'],
    ]);
    expect(totals).toMatchObject({ announcements: 5, unspoken: 1 });
  });

  it('names the fault of every slip that was not printed, and what the visitor chose', () => {
    const journal = new JournalWriter();
    journal.printJob({ askedAt: T0 });
    journal.printJob({
      askedAt: T0,
      number: 'H002',
      state: 'failed',
      fault: 'out-of-paper',
      resolution: 'noted',
    });
    journal.printJob({ askedAt: T0, number: 'H003', state: 'asked' });
    journal.printJob({ askedAt: EVENING, number: 'H004', state: 'asked' });
    expect(reportOf(journal).slipsNotPrinted).toEqual([
      { number: 'H002', askedAt: T0, fault: 'out-of-paper', resolution: 'noted' },
      { number: 'H003', askedAt: T0, fault: 'fate-unknown', resolution: null },
    ]);
  });

  it('counts the slips that a printer merely accepted', () => {
    const journal = new JournalWriter();
    for (const proof of ['proved', 'accepted', 'asked', 'accepted'] as const)
      journal.printJob({ askedAt: T0, proof });
    expect(reportOf(journal).totals).toMatchObject({ slips: 4, slipsUnproved: 2 });
  });
});
