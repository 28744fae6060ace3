import { expect, it } from 'vitest';
import { fromLunar } from './lunar-calendar.ts';
import { addDays } from './zone-clock.ts';

/** The first day of the year, as the calendars of Việt Nam printed it; * where China's is another day. */
const TET =
  `1975-02-11 1976-01-31 1977-02-18 1978-02-07 1979-01-28 1980-02-16 1981-02-05 1982-01-25 1983-02-13 1984-02-02
  1985-01-21* 1986-02-09 1987-01-29 1988-02-17 1989-02-06 1990-01-27 1991-02-15 1992-02-04 1993-01-23 1994-02-10
  1995-01-31 1996-02-19 1997-02-07 1998-01-28 1999-02-16 2000-02-05 2001-01-24 2002-02-12 2003-02-01 2004-01-22
  2005-02-09 2006-01-29 2007-02-17* 2008-02-07 2009-01-26 2010-02-14 2011-02-03 2012-01-23 2013-02-10 2014-01-31
  2015-02-19 2016-02-08 2017-01-28 2018-02-16 2019-02-05 2020-01-25 2021-02-12 2022-02-01 2023-01-22 2024-02-10
  2025-01-29 2026-02-17 2027-02-06 2028-01-26 2029-02-13 2030-02-02* 2031-01-23 2032-02-11 2033-01-31 2034-02-19
  2035-02-08 2053-02-18*`
    .split(/\s+/)
    .map((day) => day.replace('*', ''));

it.each(TET)('begins the lunar year on %s', (day) => {
  expect(fromLunar(Number(day.slice(0, 4)), 1, 1)).toBe(day);
});

it.each([
  // The tenth day of the third month, with and without a leap month before it.
  [2018, 3, 10, '2018-04-25'],
  [2020, 3, 10, '2020-04-02'],
  [2023, 3, 10, '2023-04-29'],
  [2024, 3, 10, '2024-04-18'],
  [2025, 3, 10, '2025-04-07'],
  [2026, 3, 10, '2026-04-26'],
  // The mid-autumn festival after a leap month.
  [2020, 8, 15, '2020-10-01'],
  [2025, 8, 15, '2025-10-06'],
  // The kitchen gods leave in the twelfth month.
  [2024, 12, 23, '2025-01-22'],
])('knows the day of %i/%i/%i', (year, month, day, date) => {
  expect(fromLunar(year, month, day)).toBe(date);
});

it('has months of 29 or 30 days in every year, and 12 or 13 of them', () => {
  for (let year = 1975; year <= 2100; year += 1) {
    const length = daysBetween(fromLunar(year, 1, 1), fromLunar(year + 1, 1, 1));
    expect([353, 354, 355, 383, 384, 385]).toContain(length);
    for (let month = 1; month < 12; month += 1) {
      const next = daysBetween(fromLunar(year, month, 1), fromLunar(year, month + 1, 1));
      // A month that the year has twice takes two.
      expect([29, 30, 58, 59, 60]).toContain(next);
      expect(fromLunar(year, month, 10)).toBe(addDays(fromLunar(year, month, 1), 9));
    }
  }
});

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}
