import fc from 'fast-check';
import { expect, it } from 'vitest';
import { weekdayOfDate } from '../clock/zone-clock.ts';
import type { LocalTime } from '../ids.ts';
import { checkOpeningHours } from './opening-hours-check.ts';
import type { OpeningHours } from './opening-hours.ts';
import { HOLIDAY_YEARS, proposeHolidays } from './public-holidays.ts';

const span = { from: '07:30' as LocalTime, to: '17:00' as LocalTime };
/** Open on these weekdays, from Monday. */
const openOn = (days: string): OpeningHours['week'] =>
  [...days].map((day) => (day === '1' ? [span] : []));
const FIVE_DAYS = openOn('1111100');
const year = fc.integer({ min: HOLIDAY_YEARS.first, max: HOLIDAY_YEARS.last });
const daysOf = (each: number, week = FIVE_DAYS) =>
  proposeHolidays(each, week).map(({ date }) => date.slice(5));

it('proposes the days of 2026, with the one in lieu of a Sunday', () => {
  expect(
    proposeHolidays(2026, FIVE_DAYS).map(({ date, reason }) => `${date} ${reason.vi}`),
  ).toEqual([
    '2026-01-01 Tết Dương lịch',
    '2026-02-16 Tết Nguyên đán',
    '2026-02-17 Tết Nguyên đán',
    '2026-02-18 Tết Nguyên đán',
    '2026-02-19 Tết Nguyên đán',
    '2026-02-20 Tết Nguyên đán',
    '2026-04-26 Giỗ Tổ Hùng Vương',
    '2026-04-27 Nghỉ bù Giỗ Tổ Hùng Vương',
    '2026-04-30 Ngày Chiến thắng',
    '2026-05-01 Ngày Quốc tế Lao động',
    '2026-09-01 Quốc khánh',
    '2026-09-02 Quốc khánh',
    '2026-11-24 Ngày Văn hóa Việt Nam',
  ]);
});

// As they were fixed by the Prime Minister in these years.
it.each([
  [2021, ['09-02', '09-03']],
  [2022, ['09-01', '09-02']],
  [2023, ['09-01', '09-02', '09-04']],
  [2024, ['09-02', '09-03']],
  [2025, ['09-01', '09-02']],
])('puts the second day of the National Day of %i where the break is longer', (each, days) => {
  expect(daysOf(each).filter((day) => day.startsWith('09'))).toEqual(days);
});

it('gives a day in lieu for each weekly day off, one behind another', () => {
  // Sunday and Saturday: 22 January 2023 was the first of the year.
  expect(daysOf(2023).filter((day) => day.startsWith('01-2'))).toEqual([
    '01-21',
    '01-22',
    '01-23',
    '01-24',
    '01-25',
    '01-26',
    '01-27',
  ]);
  expect(daysOf(2023, openOn('1111111')).filter((day) => day.startsWith('01-2'))).toHaveLength(5);
});

it('follows what is decided for a year', () => {
  const days = proposeHolidays(2025, FIVE_DAYS, {
    daysBeforeTet: 2,
    besideNationalDay: 'after',
  }).map(({ date }) => date);
  expect(days).toContain('2025-01-27');
  expect(days).not.toContain('2025-02-01');
  expect(days).toContain('2025-09-03');
});

it('fits the opening hours in every year, and takes as many working days as there are holidays', () => {
  fc.assert(
    fc.property(year, fc.constantFrom('1111100', '1111110', '1111111', '1010100'), (each, days) => {
      const week = openOn(days);
      const closedDays = proposeHolidays(each, week);
      expect(checkOpeningHours({ week, closedDays })).toEqual([]);
      const working = closedDays.filter(({ date }) => days[weekdayOfDate(date)] === '1');
      const holidays = closedDays.filter(({ reason }) => !reason.vi.startsWith('Nghỉ bù'));
      expect(working).toHaveLength(holidays.length);
    }),
  );
});

it('proposes no days in lieu to a centre without opening hours', () => {
  expect(proposeHolidays(2026, openOn('0000000'))).toHaveLength(12);
  expect(proposeHolidays(2025, openOn('0000000'))).toHaveLength(11);
});
