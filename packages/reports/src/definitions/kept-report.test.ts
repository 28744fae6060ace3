import { LAN, COUNTER_2, minutesAfterT0, someSettings, T0, TODAY } from '@motcua/domain/builders';
import { expect, it } from 'vitest';
import { JournalWriter } from '../../test/journal-writer.ts';
import { dayReport } from './day-report.ts';
import { keptReport } from './kept-report.ts';

it('reads a stored report of a version that did not count waiting again', () => {
  const journal = new JournalWriter();
  const id = journal.issue(T0);
  journal.act(id, { type: 'call', counterId: COUNTER_2, clerkId: LAN }, minutesAfterT0(10));
  journal.act(id, { type: 'start-service' }, minutesAfterT0(11));
  journal.act(id, { type: 'finish', nextServiceId: null }, minutesAfterT0(15));
  const report = dayReport({
    day: TODAY,
    zone: 'Asia/Ho_Chi_Minh',
    settings: someSettings(),
    changes: journal.changes,
    bookings: [],
    madeAt: minutesAfterT0(400),
  });
  const { rewaitingTime: _spread, ...times } = report.times;
  const longestWaits = report.longestWaits.map(
    ({ rewaitingTime: _again, wholeWait: _whole, ...wait }) => wait,
  );
  expect(longestWaits).toHaveLength(1);
  const { slipsUnproved: _slips, unspoken: _unspoken, ...totals } = report.totals;
  const old = { ...report, totals, times, longestWaits };
  expect(report.totals.unspoken).toBe(0);
  expect(keptReport(old)).toEqual(report);
  expect(keptReport(report)).toEqual(report);
  expect(() => keptReport({ ...report, totals: null })).toThrow('totals');
});
