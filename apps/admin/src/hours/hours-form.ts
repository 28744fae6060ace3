import {
  checkOpeningHours,
  createZoneClock,
  type HoursProblem,
  type LocalDate,
  type LocalText,
  type LocalTime,
  type OpeningHours,
  type OpenSpan,
  type Site,
} from '@motcua/domain';
import { textProblem, tidyText } from '../forms/text-fields.ts';
import type { Problems, Words } from '../forms/words.ts';
import { tidyTime } from './typed-time.ts';

/** One span of a day; the ids tell rows apart that say the same. */
export interface SpanRow {
  readonly id: string;
  readonly from: string;
  readonly to: string;
}

export interface ClosedDayRow {
  readonly id: string;
  readonly date: string;
  readonly reason: LocalText;
}

/** A day with hours of its own. */
export interface SpecialDayRow extends ClosedDayRow {
  readonly spans: readonly SpanRow[];
}

/** Opening hours as they are typed. */
export interface HoursForm {
  readonly zone: string;
  /** Seven days, Monday first. */
  readonly week: readonly (readonly SpanRow[])[];
  readonly closedDays: readonly ClosedDayRow[];
  readonly specialDays: readonly SpecialDayRow[];
}

export function toHoursForm({ zone, hours }: Pick<Site, 'zone' | 'hours'>): HoursForm {
  return {
    zone,
    week: hours.week.map((spans, weekday) => toRows(spans, String(weekday))),
    closedDays: hours.closedDays.map((day, row) => ({ id: String(row), ...day })),
    specialDays: (hours.specialDays ?? []).map(({ date, reason, spans }, row) => ({
      ...{ id: `special-${row}`, date, reason },
      spans: toRows(spans, `special-${row}`),
    })),
  };
}

/** Days in the order of the calendar; times as far as they can be read. */
export function toHours({ week, closedDays, specialDays }: HoursForm): OpeningHours {
  const special = specialDays
    .map(({ date, reason, spans }) => ({
      ...{ date: date as LocalDate, reason: tidyText(reason) },
      spans: toSpans(spans),
    }))
    .toSorted(byDate);
  return {
    week: week.map(toSpans),
    closedDays: closedDays
      .map(({ date, reason }) => ({ date: date as LocalDate, reason: tidyText(reason) }))
      .toSorted(byDate),
    ...(special.length === 0 ? {} : { specialDays: special }),
  };
}

function toRows(spans: readonly OpenSpan[], day: string): readonly SpanRow[] {
  return spans.map(({ from, to }, row) => ({ id: `${day}.${row}`, from, to }));
}

function toSpans(spans: readonly SpanRow[]): readonly OpenSpan[] {
  return spans.map(({ from, to }) => ({
    from: tidyTime(from) as LocalTime,
    to: tidyTime(to) as LocalTime,
  }));
}

function byDate(a: { readonly date: string }, b: { readonly date: string }): number {
  return a.date < b.date ? -1 : Number(a.date > b.date);
}

/** Problems by the id of the row (`span-0.1`, `day-2`), and `zone`; what is wrong with a reason: `reason-2`. */
export function checkHours(form: HoursForm): Problems {
  const problems: Record<string, Words> = {};
  if (!isZone(form.zone)) problems['zone'] = { key: 'admin.problem-zone' };
  for (const problem of checkOpeningHours(toHours(form))) {
    for (const field of fieldsOf(form, problem)) problems[field] ??= hoursWords(problem);
  }
  for (const { id, reason } of [...form.closedDays, ...form.specialDays]) {
    const words = textProblem(reason);
    if (words !== null) problems[`reason-${id}`] = words;
  }
  return problems;
}

export function hoursWords({ type }: HoursProblem): Words {
  return { key: `admin.hours-${type}` };
}

export function isZone(zone: string): boolean {
  try {
    createZoneClock(zone);
    return true;
  } catch {
    return false;
  }
}

/** One day's hours for all working days, as most centres have them. */
export function withMondayOnWorkingDays(form: HoursForm): HoursForm {
  const monday = form.week[0] ?? [];
  return {
    ...form,
    week: form.week.map((spans, weekday) =>
      weekday === 0 || weekday > 4
        ? spans
        : monday.map((span, row) => ({ ...span, id: `${weekday}.${row}` })),
    ),
  };
}

/** The office hours of a Vietnamese authority, as a first proposal: Monday to Friday, with a break at noon. */
export function withOfficeHours(form: HoursForm): HoursForm {
  const spans = [
    { from: '07:30', to: '11:30' },
    { from: '13:30', to: '17:00' },
  ];
  return {
    ...form,
    week: form.week.map((_, weekday) =>
      weekday > 4 ? [] : spans.map((span, row) => ({ ...span, id: `${weekday}.${row}` })),
    ),
  };
}

/** The row that follows on a day: the afternoon after a morning, else what is left of the day. */
export function nextSpan(spans: readonly SpanRow[], id: string): SpanRow {
  if (spans.length === 0) return { id, from: '07:30', to: '11:30' };
  return spans.length === 1 ? { id, from: '13:30', to: '17:00' } : { id, from: '', to: '' };
}

function fieldsOf(form: HoursForm, problem: HoursProblem): readonly string[] {
  switch (problem.type) {
    case 'not-seven-days':
      return ['week'];
    case 'malformed-date':
    case 'date-twice': {
      const days = [...form.closedDays, ...form.specialDays];
      const same = days.filter(({ date }) => date === problem.date);
      const wrong = problem.type === 'date-twice' ? same.slice(1) : same;
      return wrong.map(({ id }) => `day-${id}`);
    }
    case 'no-hours':
      return form.specialDays
        .filter(({ date, spans }) => date === problem.date && spans.length === 0)
        .map(({ id }) => `day-${id}`);
    default: {
      const spans =
        'date' in problem
          ? form.specialDays.find(({ date }) => date === problem.date)?.spans
          : form.week[problem.weekday];
      const row = spans?.[problem.span];
      return row === undefined ? [] : [`span-${row.id}`];
    }
  }
}
