import {
  addDays,
  createZoneClock,
  type Instant,
  isLocalDate,
  type LocalDate,
  weekdayOfDate,
} from '@motcua/domain';
import { describe, expect, it } from 'vitest';
import { HOLIDAY_YEARS, missingHolidays, publicHolidays } from './public-holidays.ts';

/** The local date in Vietnam of the new moon number `k` since January 2000, to a few minutes (Meeus, chapter 49). */
function newMoon(k: number): LocalDate {
  const sine = (degrees: number) => Math.sin((degrees * Math.PI) / 180);
  const sun = 2.5534 + 29.1053567 * k;
  const moon = 201.5643 + 385.81693528 * k;
  const latitude = 160.7108 + 390.67050284 * k;
  const julianDay =
    2451550.09766 +
    29.530588861 * k -
    0.4072 * sine(moon) +
    0.17241 * sine(sun) +
    0.01608 * sine(2 * moon) +
    0.01039 * sine(2 * latitude) +
    0.00739 * sine(moon - sun) -
    0.00514 * sine(moon + sun) +
    0.00208 * sine(2 * sun);
  return createZoneClock('Asia/Ho_Chi_Minh').localDate(
    Math.round((julianDay - 2440587.5) * 86_400_000) as Instant,
  );
}

/** Tết begins with the new moon between 21 January and 20 February. */
function tetOf(year: number): { readonly day: LocalDate; readonly moon: number } {
  const first = Math.floor((year - 2000) * 12.3685);
  for (const moon of [first, first + 1, first + 2, first + 3]) {
    const day = newMoon(moon);
    if (day >= `${year}-01-21` && day <= `${year}-02-20`) return { day, moon };
  }
  throw new Error(`No new year in ${year}`);
}

describe.each(HOLIDAY_YEARS)('the public holidays of %i', (year) => {
  const days = publicHolidays(year);
  const named = (vi: string) =>
    days.filter(({ reason }) => reason.vi === vi).map(({ date }) => date);

  it('are days of the calendar, each once and in order', () => {
    const dates = days.map(({ date }) => date);
    expect(dates.filter((date) => !isLocalDate(date))).toEqual([]);
    expect(dates).toEqual([...new Set(dates)].toSorted());
  });

  it('follow the moon', () => {
    const tet = tetOf(year);
    expect(named('Tết Nguyên đán')).toEqual([-1, 0, 1, 2, 3].map((n) => addDays(tet.day, n)));
    expect(named('Giỗ Tổ Hùng Vương')).toEqual([addDays(newMoon(tet.moon + 2), 9)]);
  });

  it('give a day in lieu for each one on a weekend, and none on a weekend', () => {
    const isWeekend = (date: (typeof days)[number]['date']) => weekdayOfDate(date) > 4;
    const lieu = named('Nghỉ bù');
    expect(lieu.filter(isWeekend)).toEqual([]);
    expect(lieu).toHaveLength(days.filter(({ date }) => isWeekend(date)).length);
  });
});

describe('missingHolidays', () => {
  it('leaves out the days that are already closed, whatever for', () => {
    const [year] = HOLIDAY_YEARS;
    const all = publicHolidays(year ?? 0);
    expect(missingHolidays(year ?? 0, all)).toEqual([]);
    expect(missingHolidays(year ?? 0, all.slice(1))).toEqual([all[0]]);
  });
});
