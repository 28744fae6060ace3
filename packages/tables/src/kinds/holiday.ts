import type { LocalDate, LocalText, OpeningHours, OpenSpan } from '@motcua/domain';

/** A day with hours of its own, or with none. */
export interface Holiday {
  readonly date: LocalDate;
  readonly reason: LocalText;
  /** Empty: closed. */
  readonly spans: readonly OpenSpan[];
}

/** The closed and the special days of the opening hours, in order. */
export function holidaysOf({ closedDays, specialDays = [] }: OpeningHours): readonly Holiday[] {
  const closed = closedDays.map(({ date, reason }) => ({ date, reason, spans: [] }));
  return [...closed, ...specialDays].toSorted((a, b) => (a.date < b.date ? -1 : 1));
}

/** The opening hours with these in place of those they had. */
export function withHolidays(hours: OpeningHours, holidays: readonly Holiday[]): OpeningHours {
  const specialDays = holidays.filter(({ spans }) => spans.length > 0);
  const closedDays = holidays
    .filter(({ spans }) => spans.length === 0)
    .map(({ date, reason }) => ({ date, reason }));
  const { week } = hours;
  return specialDays.length === 0 ? { week, closedDays } : { week, closedDays, specialDays };
}
