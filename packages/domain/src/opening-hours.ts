import type { LocalDate, LocalText, LocalTime } from './ids.ts';

/** From (inclusive) to (exclusive), local time. A break is the gap between two of these. */
export interface OpenSpan {
  readonly from: LocalTime;
  readonly to: LocalTime;
}

export interface ClosedDay {
  readonly date: LocalDate;
  readonly reason: LocalText;
}

/** Seven lists, Monday first; an empty list is a closed day. */
export interface OpeningHours {
  readonly week: readonly (readonly OpenSpan[])[];
  readonly closedDays: readonly ClosedDay[];
}
