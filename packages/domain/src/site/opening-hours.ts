import type { Instant, LocalDate, LocalText, LocalTime } from '../ids.ts';
import { addDays, weekdayOfDate, type ZoneClock } from '../clock/zone-clock.ts';

/** From (inclusive) to (exclusive), local time. A break is the gap between two of these. */
export interface OpenSpan {
  readonly from: LocalTime;
  /** `24:00` and `00:00` both end with the day. */
  readonly to: LocalTime;
}

export interface ClosedDay {
  readonly date: LocalDate;
  readonly reason: LocalText;
}

/** A day with hours of its own: a Saturday that is worked in lieu of a bridge day ("làm bù"), or a shorter day. */
export interface SpecialDay {
  readonly date: LocalDate;
  /** Instead of those of its weekday; never empty. */
  readonly spans: readonly OpenSpan[];
  readonly reason: LocalText;
}

/** Seven lists, Monday first; an empty list is a closed day. */
export interface OpeningHours {
  readonly week: readonly (readonly OpenSpan[])[];
  readonly closedDays: readonly ClosedDay[];
  /** Absent where there are none, as in hours that were set before special days existed. */
  readonly specialDays?: readonly SpecialDay[];
}

export type Opening =
  | {
      readonly open: true;
      /** The first closing; a site that does not close within a week says when that week is over. */
      readonly until: Instant;
    }
  | {
      readonly open: false;
      /** Null: not within 400 days. */
      readonly opensAt: Instant | null;
      /** Why the day is closed; null outside the hours of an ordinary day. */
      readonly reason: LocalText | null;
    };

const DAYS_AHEAD = 400;
const DAYS_OPEN_AHEAD = 7;
const DAY_MINUTES = 24 * 60;

/** Whether the site is open at that instant, until when, or when next. Malformed spans count as closed. */
export function openingAt(hours: OpeningHours, at: Instant, clock: ZoneClock): Opening {
  const today = clock.localDate(at);
  for (let day = 0; day <= DAYS_AHEAD; day += 1) {
    const date = addDays(today, day);
    const span = openSpansOn(hours, date, clock).find(({ to }) => at < to);
    if (span === undefined) continue;
    if (span.from <= at) return { open: true, until: closingAfter(span.to, hours, date, clock) };
    return { open: false, opensAt: span.from, reason: reasonOn(hours, today) };
  }
  return { open: false, opensAt: null, reason: reasonOn(hours, today) };
}

/** Minutes past midnight of `07:30`; null when it is no time of a day, which ends at `24:00`. */
export function minutesOf(time: string): number | null {
  const [, hours, minutes] = /^([01]\d|2[0-4]):([0-5]\d)$/.exec(time) ?? [];
  if (hours === undefined || minutes === undefined) return null;
  const total = Number(hours) * 60 + Number(minutes);
  return total <= DAY_MINUTES ? total : null;
}

/** The span in minutes past midnight; null when a time is malformed. */
export function spanMinutes(span: OpenSpan): Minutes | null {
  const from = minutesOf(span.from);
  const to = minutesOf(span.to);
  return from === null || to === null ? null : { from, to: to === 0 ? DAY_MINUTES : to };
}

interface Minutes {
  readonly from: number;
  readonly to: number;
}

export interface OpenInterval {
  readonly from: Instant;
  readonly to: Instant;
}

/** The times in which the site is open on a day. A span that the clock jumps over does not exist. */
export function openSpansOn(
  hours: OpeningHours,
  date: LocalDate,
  clock: ZoneClock,
): readonly OpenInterval[] {
  return joined(spansOn(hours, date))
    .map(({ from, to }) => ({ from: clock.instantAt(date, from), to: clock.instantAt(date, to) }))
    .filter(({ from, to }) => from < to);
}

/** When the site opens on a day; the day's beginning when it is closed all day. */
export function opensOn(hours: OpeningHours, date: LocalDate, clock: ZoneClock): Instant {
  return openSpansOn(hours, date, clock)[0]?.from ?? clock.startOfDay(date);
}

/** The hours of a day as they were set: none on a closed day, its own on a special one, else its weekday's. */
export function spansOn(hours: OpeningHours, date: LocalDate): readonly OpenSpan[] {
  if (closedDayOn(hours, date) !== undefined) return [];
  const special = hours.specialDays?.find((day) => day.date === date);
  return special?.spans ?? hours.week[weekdayOfDate(date)] ?? [];
}

/** In order of time; spans that touch or overlap are one. */
function joined(spans: readonly OpenSpan[]): readonly Minutes[] {
  const whole: Minutes[] = [];
  const inOrder = spans
    .flatMap((span) => spanMinutes(span) ?? [])
    .filter(({ from, to }) => from < to)
    .sort((a, b) => a.from - b.from);
  for (const span of inOrder) {
    const last = whole.at(-1);
    if (last === undefined || last.to < span.from) whole.push(span);
    else whole[whole.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
  }
  return whole;
}

/** A span that ends with its day goes on in the next day's first one. */
function closingAfter(end: Instant, hours: OpeningHours, from: LocalDate, clock: ZoneClock) {
  let until = end;
  let date = from;
  for (let day = 0; day < DAYS_OPEN_AHEAD; day += 1) {
    date = addDays(date, 1);
    const next = openSpansOn(hours, date, clock)[0];
    if (next?.from !== until) break;
    until = next.to;
  }
  return until;
}

function closedDayOn(hours: OpeningHours, date: LocalDate): ClosedDay | undefined {
  return hours.closedDays.find((day) => day.date === date);
}

function reasonOn(hours: OpeningHours, date: LocalDate): LocalText | null {
  return closedDayOn(hours, date)?.reason ?? null;
}
