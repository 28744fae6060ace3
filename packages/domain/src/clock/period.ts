import type { LocalDate } from '../ids.ts';
import { ok, refuse, type Result } from '../result.ts';
import { addDays, isLocalDate, weekdayOfDate } from './zone-clock.ts';

/** `range`: any days, as from one month to another. */
export const PERIOD_KINDS = ['day', 'week', 'month', 'quarter', 'year', 'range'] as const;
export type PeriodKind = (typeof PERIOD_KINDS)[number];

/** Whole days that a report is about. */
export interface Period {
  readonly kind: PeriodKind;
  readonly from: LocalDate;
  /** Inclusive. */
  readonly to: LocalDate;
}

/** What the kinds are called in a text, the year before them. */
const WRITTEN = /^(?<year>2[01]\d{2})(?:-(?:W(?<week>\d{2})|Q(?<quarter>[1-4])|(?<month>\d{2})))?$/;
const RANGE = /\s*(?:\.\.|\/|–)\s*/;
const MONTHS = 12;

/**
 * Reads `2026-07-14`, `2026-W27` (from Monday), `2026-07`, `2026-Q3`, `2026`, and two of them with `..`, `/` or `–`
 * between: from the beginning of the first to the end of the second. Refuses other texts and a range that ends before
 * it begins.
 */
export function parsePeriod(text: string): Result<Period> {
  const parts = text.trim().toUpperCase().split(RANGE);
  const [first, last] = parts.map(parseSingle);
  if (parts.length > 2 || first === null || first === undefined || last === null)
    return refuse('period-unreadable', { period: text.trim() });
  if (last === undefined) return ok(first);
  if (last.to < first.from) return refuse('period-reversed');
  return ok({ kind: 'range', from: first.from, to: last.to });
}

/** The shortest text that `parsePeriod` reads as this period. */
export function periodText({ kind, from, to }: Period): string {
  switch (kind) {
    case 'day':
      return from;
    case 'week': {
      // A week belongs to the year of its Thursday.
      const year = addDays(from, 3).slice(0, 4);
      const week = 1 + Math.round(daysBetween(firstMonday(Number(year)), from) / 7);
      return `${year}-W${twoDigits(week)}`;
    }
    case 'month':
      return from.slice(0, 7);
    case 'quarter':
      return `${from.slice(0, 4)}-Q${Math.ceil(monthOf(from) / 3)}`;
    case 'year':
      return from.slice(0, 4);
    case 'range':
      return `${from}..${to}`;
  }
}

/** The day, week, month, quarter or year in which a day lies. */
export function periodWith(day: LocalDate, kind: Exclude<PeriodKind, 'range'>): Period {
  const year = yearOf(day);
  switch (kind) {
    case 'day':
      return { kind, from: day, to: day };
    case 'week':
      return weekFrom(addDays(day, -weekdayOfDate(day)));
    case 'month':
      return { kind, ...monthsFrom(year, monthOf(day), 1) };
    case 'quarter':
      return { kind, ...monthsFrom(year, Math.floor((monthOf(day) - 1) / 3) * 3 + 1, 3) };
    case 'year':
      return { kind, ...monthsFrom(year, 1, MONTHS) };
  }
}

/** The period of the same kind right before; before a range of whole months as many months, else as many days. */
export function periodBefore({ kind, from, to }: Period): Period {
  if (kind !== 'range') return periodWith(addDays(from, -1), kind);
  const beginsMonth = from.endsWith('-01');
  const endsMonth = addDays(to, 1).endsWith('-01');
  if (!beginsMonth || !endsMonth)
    return { kind, from: addDays(from, -daysBetween(from, to) - 1), to: addDays(from, -1) };
  const months = (yearOf(to) - yearOf(from)) * MONTHS + monthOf(to) - monthOf(from) + 1;
  return { kind, ...monthsFrom(yearOf(from), monthOf(from) - months, months) };
}

/** Its days, in order. */
export function daysOf({ from, to }: Period): readonly LocalDate[] {
  return Array.from({ length: daysBetween(from, to) + 1 }, (_, index) => addDays(from, index));
}

function parseSingle(text: string): Period | null {
  if (isLocalDate(text)) return text < '2000' || text >= '2200' ? null : periodWith(text, 'day');
  const { year, week, quarter, month } = WRITTEN.exec(text)?.groups ?? {};
  if (year === undefined) return null;
  if (week !== undefined) return parseWeek(Number(year), Number(week));
  if (quarter !== undefined)
    return { kind: 'quarter', ...monthsFrom(Number(year), Number(quarter) * 3 - 2, 3) };
  if (month === undefined) return { kind: 'year', ...monthsFrom(Number(year), 1, MONTHS) };
  const first = `${year}-${month}-01`;
  return isLocalDate(first) ? periodWith(first, 'month') : null;
}

function parseWeek(year: number, week: number): Period | null {
  const from = addDays(firstMonday(year), (week - 1) * 7);
  return week >= 1 && from < firstMonday(year + 1) ? weekFrom(from) : null;
}

function weekFrom(from: LocalDate): Period {
  return { kind: 'week', from, to: addDays(from, 6) };
}

/** The Monday of the week of 4 January, the first of its year (ISO 8601). */
function firstMonday(year: number): LocalDate {
  const fourth = `${year}-01-04` as LocalDate;
  return addDays(fourth, -weekdayOfDate(fourth));
}

/** `month` may lie outside of 1 to 12, in another year. */
function monthsFrom(year: number, month: number, count: number): Omit<Period, 'kind'> {
  return { from: firstOf(year, month), to: addDays(firstOf(year, month + count), -1) };
}

function firstOf(year: number, month: number): LocalDate {
  const months = year * MONTHS + month - 1;
  return `${Math.floor(months / MONTHS)}-${twoDigits((months % MONTHS) + 1)}-01` as LocalDate;
}

function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

function yearOf(day: LocalDate): number {
  return Number(day.slice(0, 4));
}

function monthOf(day: LocalDate): number {
  return Number(day.slice(5, 7));
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
