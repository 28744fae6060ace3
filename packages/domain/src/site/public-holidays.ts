import { fromLunar } from '../clock/lunar-calendar.ts';
import { addDays, weekdayOfDate } from '../clock/zone-clock.ts';
import type { LocalDate, LocalText } from '../ids.ts';
import type { ClosedDay, OpeningHours } from './opening-hours.ts';

/** The years for which holidays are proposed; the moon is computed well beyond. */
export const HOLIDAY_YEARS = { first: 1975, last: 2100 } as const;

/** What the law leaves to be decided each year; left out: as usual. */
export interface HolidayChoice {
  /** Days before the first of the lunar year, of the five; usually one. */
  readonly daysBeforeTet?: number;
  /** The second day of the National Day; usually the one that makes the longer break. */
  readonly besideNationalDay?: 'before' | 'after';
}

const TET_DAYS = 5;

const NAMES = {
  newYear: { vi: 'Tết Dương lịch', en: 'New Year’s Day', de: 'Neujahr' },
  tet: { vi: 'Tết Nguyên đán', en: 'Lunar New Year', de: 'Mondneujahr' },
  hungKings: {
    vi: 'Giỗ Tổ Hùng Vương',
    en: 'Hùng Kings’ Commemoration',
    de: 'Gedenktag der Hùng-Könige',
  },
  victory: { vi: 'Ngày Chiến thắng', en: 'Victory Day', de: 'Tag des Sieges' },
  labour: {
    vi: 'Ngày Quốc tế Lao động',
    en: 'International Workers’ Day',
    de: 'Tag der Arbeit',
  },
  national: { vi: 'Quốc khánh', en: 'National Day', de: 'Nationalfeiertag' },
  culture: { vi: 'Ngày Văn hóa Việt Nam', en: 'Vietnam Culture Day', de: 'Tag der Kultur' },
} as const satisfies Record<string, LocalText>;

/**
 * The public holidays of a year, in order, with the days off in lieu: a proposal that a person can change, since the
 * Prime Minister fixes some of them each year. By article 112 of the Labour Code 45/2019/QH14, and from 2026 resolution
 * 28/2026/QH16 (24 November); for earlier years as the law is today. A holiday on a weekly day off of the centre gives
 * the next working day (article 111.3).
 */
export function proposeHolidays(
  year: number,
  week: OpeningHours['week'],
  choice: HolidayChoice = {},
): readonly ClosedDay[] {
  const works = (date: LocalDate) => (week[weekdayOfDate(date)] ?? []).length > 0;
  const holidays = holidaysOf(year, works, choice);
  const dates = new Set(holidays.map(({ date }) => date));
  const isOpenAtAll = week.some((spans) => spans.length > 0);
  const lost = isOpenAtAll ? holidays.filter(({ date }) => !works(date)) : [];
  const inLieu = lost.map(({ date, reason }) => {
    const free = nextOf(date, (each) => works(each) && !dates.has(each));
    dates.add(free);
    return { date: free, reason: inLieuOf(reason) };
  });
  return [...holidays, ...inLieu].toSorted((a, b) => (a.date < b.date ? -1 : 1));
}

function holidaysOf(
  year: number,
  works: (date: LocalDate) => boolean,
  { daysBeforeTet = 1, besideNationalDay }: HolidayChoice,
): readonly ClosedDay[] {
  const on = (monthAndDay: string) => `${year}-${monthAndDay}` as LocalDate;
  const tet = addDays(fromLunar(year, 1, 1), -daysBeforeTet);
  const national = on('09-02');
  const beside = besideNationalDay ?? longerSide(national, works);
  const all: readonly ClosedDay[] = [
    { date: on('01-01'), reason: NAMES.newYear },
    ...Array.from({ length: TET_DAYS }, (_, day) => ({
      date: addDays(tet, day),
      reason: NAMES.tet,
    })),
    { date: fromLunar(year, 3, 10), reason: NAMES.hungKings },
    { date: on('04-30'), reason: NAMES.victory },
    { date: on('05-01'), reason: NAMES.labour },
    { date: national, reason: NAMES.national },
    { date: addDays(national, beside === 'before' ? -1 : 1), reason: NAMES.national },
    ...(year < 2026 ? [] : [{ date: on('11-24'), reason: NAMES.culture }]),
  ];
  // One day can be two holidays; the law gives none for the other.
  return all.filter(({ date }, index) => all.findIndex((day) => day.date === date) === index);
}

/** A working day beside the National Day, on the side where more days off follow one another. */
function longerSide(national: LocalDate, works: (date: LocalDate) => boolean): 'before' | 'after' {
  const [before, after] = [addDays(national, -1), addDays(national, 1)];
  if (works(before) !== works(after)) return works(before) ? 'before' : 'after';
  const offFrom = (date: LocalDate, step: number): number =>
    works(date) ? 0 : 1 + offFrom(addDays(date, step), step);
  if (!works(before)) return 'before';
  return offFrom(addDays(national, 2), 1) > offFrom(addDays(national, -2), -1) ? 'after' : 'before';
}

function inLieuOf({ vi, en = vi, de = vi }: LocalText): LocalText {
  return { vi: `Nghỉ bù ${vi}`, en: `${en}, day off in lieu`, de: `${de}, Ersatzruhetag` };
}

/** The first later day of that sort; there is one in every week in which the centre works. */
function nextOf(date: LocalDate, isWanted: (date: LocalDate) => boolean): LocalDate {
  let next = addDays(date, 1);
  while (!isWanted(next)) next = addDays(next, 1);
  return next;
}
