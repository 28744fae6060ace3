import type { PriorityGroupId } from '@motcua/domain';
import { CIVIL, T0 } from '@motcua/domain/builders';
import { texts } from '@motcua/i18n';
import type { DayReport } from '@motcua/protocol/http';
import { describe, expect, it } from 'vitest';
import { alsoRows } from './also-rows.ts';

type Reported = Parameters<typeof alsoRows>[0];

const outcomes = { 'served': 4, 'no-show': 0, 'left': 0, 'cancelled': 0, 'withdrawn': 0 };
const totals: DayReport['totals'] = {
  ...{ issued: 4, carriedOver: 0, outcomes, open: [], rolledOver: [], services: 4 },
  ...{ transfers: 0, announcements: 4, unspoken: 0, slips: 4, slipsUnproved: 0 },
};
const none = { count: 0, median: null, p90: null, longest: null };
const times: DayReport['times'] = {
  ...{ waitingTime: none, rewaitingTime: none, walkingTime: none, servingTime: none },
};
const quiet: Reported = {
  totals,
  times,
  dayClosed: true,
  missed: { visits: 0, byHub: 0, rejoined: [] },
  held: { visits: 0, time: 0 },
  priority: { visits: 0, groups: [] },
  bookings: { made: 0, checkedIn: 0, late: 0, cancelled: 0, notCome: 0 },
  promises: null,
};
const rowsOf = (part: Partial<Reported>) =>
  alsoRows({ ...quiet, ...part }, texts('en'), 'en').map(({ label, said }) => `${label}: ${said}`);
const cameBack = (number: string) => ({ number, queueId: CIVIL, rejoinedAt: T0, outcome: null });

describe('what else happened on a day', () => {
  it('is nothing on a quiet day', () => {
    expect(rowsOf({})).toEqual([]);
  });

  it('is worded as on the printed page', () => {
    expect(
      rowsOf({
        totals: { ...totals, services: 6 },
        times: {
          ...times,
          rewaitingTime: { count: 2, median: 360_000, p90: 480_000, longest: 540_000 },
        },
        missed: { visits: 2, byHub: 1, rejoined: [cameBack('H002'), cameBack('H007')] },
        held: { visits: 1, time: 570_000 },
        priority: {
          visits: 3,
          groups: [
            {
              groupId: 'over-75' as PriorityGroupId,
              name: { vi: 'Người từ 75 tuổi', en: 'People of 75 and older' },
              count: 2,
            },
          ],
        },
        promises: { known: 21, kept: 20 },
      }),
    ).toEqual([
      'Services: 6 · visits served 4',
      'Waited again after a call: 2 · median 6, longest 9 min',
      'Visits with a missed call: 2 · marked by the system 1',
      'Came back after a missed call or leaving: H002, H007',
      'Visits held or postponed: 1 · 10 min of their waiting time',
      'Visits with priority: 3 · People of 75 and older: 2',
      'Waiting estimates: 95 % of 21 came true',
    ]);
  });

  it('expects visitors with a booking until the day is closed', () => {
    const bookings = { made: 2, checkedIn: 1, late: 0, cancelled: 0, notCome: 1 };
    expect(rowsOf({ bookings, dayClosed: false })[0]).toMatch(/still expected 1$/u);
    expect(rowsOf({ bookings })[0]).toMatch(/did not come 1$/u);
  });
});
