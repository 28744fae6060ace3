import type { LocalDate, LocalTime } from '../ids.ts';
import { addDays } from '../clock/zone-clock.ts';
import { minutesOf, type OpeningHours, spansOn } from '../site/opening-hours.ts';

/** A day, and the time where it is known: many files have days only. */
export interface DossierMoment {
  readonly day: LocalDate;
  readonly time: LocalTime | null;
}

/** What a law or a province sets, so that a change of it is not a change of the program. */
export interface TermRule {
  /** A dossier with a term of no day that is received at or after this time has the next working day; null: no such time. */
  readonly sameDayUntil: LocalTime | null;
}

export const USUAL_TERM_RULE: TermRule = { sameDayUntil: '15:00' as LocalTime };

/** Far beyond any holidays: an office that does not open within so many days has no working days. */
const MAX_CLOSED_DAYS = 400;

/** Whether the office works on that day, holidays and Saturdays worked in lieu included. */
export function isWorkingDay(hours: OpeningHours, day: LocalDate): boolean {
  return spansOn(hours, day).length > 0;
}

/**
 * The day on which a term of that many working days ends. The day of reception is not counted; one that is no working
 * day counts as the next. Null for an office without working days.
 */
export function endOfTerm(
  received: DossierMoment,
  workingDays: number,
  hours: OpeningHours,
  { sameDayUntil }: TermRule = USUAL_TERM_RULE,
): LocalDate | null {
  let day = workingDayFrom(hours, received.day);
  const isTooLate =
    workingDays === 0 && day === received.day && isAtOrAfter(received.time, sameDayUntil);
  const remaining = isTooLate ? 1 : workingDays;
  for (let counted = 0; counted < remaining && day !== null; counted += 1)
    day = workingDayFrom(hours, addDays(day, 1));
  return day;
}

function workingDayFrom(hours: OpeningHours, first: LocalDate): LocalDate | null {
  for (let day = 0; day < MAX_CLOSED_DAYS; day += 1) {
    const date = addDays(first, day);
    if (isWorkingDay(hours, date)) return date;
  }
  return null;
}

function isAtOrAfter(time: LocalTime | null, bound: LocalTime | null): boolean {
  if (time === null || bound === null) return false;
  return (minutesOf(time) ?? 0) >= (minutesOf(bound) ?? Infinity);
}
