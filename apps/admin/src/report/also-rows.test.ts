import { texts } from '@motcua/i18n';
import { describe, expect, it } from 'vitest';
import type { AlsoFigures } from '../hub-api/also-figures.ts';
import { alsoRows } from './also-rows.ts';

const quiet: AlsoFigures = {
  services: 4,
  carriedOver: 0,
  missed: 0,
  missedByHub: 0,
  rejoined: [],
  held: { visits: 0, time: 0 },
  priority: 0,
  groups: [],
  bookings: { made: 0, checkedIn: 0, late: 0, cancelled: 0, notCome: 0 },
  promises: null,
};
const rowsOf = (also: Partial<AlsoFigures>, dayClosed = true) =>
  alsoRows({ also: { ...quiet, ...also }, served: 4, dayClosed }, texts('en'), 'en').map(
    ({ label, said }) => `${label}: ${said}`,
  );

describe('what else happened on a day', () => {
  it('is nothing on a quiet day', () => {
    expect(rowsOf({})).toEqual([]);
  });

  it('is told in the words of the printed page', () => {
    expect(
      rowsOf({
        services: 6,
        missed: 2,
        missedByHub: 1,
        rejoined: ['H002', 'H007'],
        held: { visits: 1, time: 570_000 },
        priority: 3,
        groups: [{ name: { vi: 'Người từ 75 tuổi', en: 'People of 75 and older' }, count: 2 }],
        promises: { known: 21, kept: 20 },
      }),
    ).toEqual([
      'Services: 6 · visits served 4',
      'Visits with a missed call: 2 · marked by the system 1',
      'Came back after a missed call or leaving: H002, H007',
      'Visits held or postponed: 1 · 10 min of their waiting time',
      'Visits with priority: 3 · People of 75 and older: 2',
      'Waiting estimates: 95 % of 21 came true',
    ]);
  });

  it('expects whoever booked until the day is closed', () => {
    const bookings = { made: 2, checkedIn: 1, late: 0, cancelled: 0, notCome: 1 };
    expect(rowsOf({ bookings }, false)[0]).toMatch(/still expected 1$/u);
    expect(rowsOf({ bookings }, true)[0]).toMatch(/did not come 1$/u);
  });
});
