import {
  aBooking,
  aQueue,
  COUNTER_2,
  LAN,
  minutesAfterT0,
  T0,
  TODAY,
  someSettings,
} from '@motcua/domain/builders';
import { describe, expect, it } from 'vitest';
import { BY_HUB, JournalWriter } from '../../test/journal-writer.ts';
import { dayReport, type DayReportSource } from '../definitions/day-report.ts';
import { dayFacts } from './day-facts.ts';
import { createWording } from '../sections/wording.ts';

const settings = someSettings({ queues: [aQueue()] });
const source: DayReportSource = {
  day: TODAY,
  zone: settings.site.zone,
  settings,
  changes: [],
  bookings: [],
  madeAt: minutesAfterT0(600),
};
const said = (more: Partial<DayReportSource>) =>
  dayFacts(dayReport({ ...source, ...more }), createWording('en', source.zone)).map(
    (fact) => `${fact.label}: ${fact.said}`,
  );

describe('the further facts of a day', () => {
  it('are empty where nothing of the kind happened', () => {
    const journal = new JournalWriter();
    journal.issue(T0);
    expect(said({ changes: journal.changes })).toEqual([]);
  });

  it('are one sentence for each thing that did', () => {
    const journal = new JournalWriter();
    const id = journal.issue(T0, { priority: 'priority' });
    journal.act(id, { type: 'hold', until: minutesAfterT0(11) }, minutesAfterT0(1));
    const call = { type: 'call', counterId: COUNTER_2, clerkId: LAN } as const;
    journal.act(id, call, minutesAfterT0(20));
    journal.act(id, { type: 'mark-no-show' }, minutesAfterT0(22), BY_HUB);
    journal.act(id, { type: 'reinstate', placedAt: null }, minutesAfterT0(25));
    const over = { state: 'failed', failure: 'withdrawn', ended: 'missed' } as const;
    journal.announcement({ calledAt: minutesAfterT0(20), ...over });
    expect(said({ changes: journal.changes, bookings: [aBooking()] })).toEqual([
      'Bookings: 1 · came 0 (late 0) · cancelled 0 · still expected 1',
      'Visits with a missed call: 1 · marked by the system 1',
      'Visits held or postponed: 1 · 10.0 min of their waiting time',
      'Calls over before they were spoken: 1 of 1',
      'Visits with priority: 1',
      'Came back after a missed call or leaving: H001',
    ]);
  });

  it('say that a booking was not used only when the day is closed', () => {
    const journal = new JournalWriter();
    journal.closeDay(minutesAfterT0(960));
    expect(said({ changes: journal.changes, bookings: [aBooking()] })).toEqual([
      'Bookings: 1 · came 0 (late 0) · cancelled 0 · did not come 1',
    ]);
  });
});
