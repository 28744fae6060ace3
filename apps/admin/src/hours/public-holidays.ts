import type { ClosedDay, LocalDate, LocalText } from '@motcua/domain';

const TET = { vi: 'Tết Nguyên đán', en: 'Lunar New Year', de: 'Mondneujahr' };
const HUNG = {
  vi: 'Giỗ Tổ Hùng Vương',
  en: 'Hùng Kings’ Commemoration Day',
  de: 'Gedenktag der Hùng-Könige',
};
const IN_LIEU = { vi: 'Nghỉ bù', en: 'Day in lieu', de: 'Ersatztag' };

/** The same date every year. */
const FIXED: readonly (readonly [string, LocalText])[] = [
  ['01-01', { vi: 'Tết Dương lịch', en: 'New Year’s Day', de: 'Neujahr' }],
  [
    '04-30',
    { vi: 'Ngày Chiến thắng 30/4', en: 'Reunification Day', de: 'Tag der Wiedervereinigung' },
  ],
  ['05-01', { vi: 'Ngày Quốc tế Lao động', en: 'Labour Day', de: 'Tag der Arbeit' }],
  ['09-02', { vi: 'Quốc khánh', en: 'National Day', de: 'Nationalfeiertag' }],
];

/**
 * By the lunar calendar (Tết: the last day of the old year and the first four of the new; 10 March: the Hùng Kings),
 * and the Mondays after, where one falls on a weekend. To be checked against the official notice of each year.
 */
const OF_A_YEAR: Readonly<Record<number, readonly (readonly [string, LocalText])[]>> = {
  2026: [
    ['02-16', TET],
    ['02-17', TET],
    ['02-18', TET],
    ['02-19', TET],
    ['02-20', TET],
    ['04-26', HUNG],
    ['04-27', IN_LIEU],
  ],
  2027: [
    ['02-05', TET],
    ['02-06', TET],
    ['02-07', TET],
    ['02-08', TET],
    ['02-09', TET],
    ['02-10', IN_LIEU],
    ['02-11', IN_LIEU],
    ['04-16', HUNG],
    ['05-03', IN_LIEU],
  ],
};

/** The years whose holidays are known, earliest first. */
export const HOLIDAY_YEARS: readonly number[] = Object.keys(OF_A_YEAR).map(Number);

/** The public holidays of Vietnam in a year, in the order of the calendar. */
export function publicHolidays(year: number): readonly ClosedDay[] {
  return [...FIXED, ...(OF_A_YEAR[year] ?? [])]
    .map(([day, reason]): ClosedDay => ({ date: `${year}-${day}` as LocalDate, reason }))
    .toSorted((a, b) => (a.date < b.date ? -1 : 1));
}

/** Those of them that a list of closed days does not have yet, whatever it calls them. */
export function missingHolidays(
  year: number,
  closedDays: readonly { readonly date: string }[],
): readonly ClosedDay[] {
  const there = new Set(closedDays.map(({ date }) => date));
  return publicHolidays(year).filter(({ date }) => !there.has(date));
}
