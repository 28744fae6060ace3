import type { LocalDate } from '../ids.ts';
import { spanMinutes, type OpeningHours, type OpenSpan } from './opening-hours.ts';
import { isLocalDate } from '../clock/zone-clock.ts';

/** Where a span stands: on a weekday (0 is Monday) or on a special day; `span` counts those of that day from 0. */
export type SpanPlace = { readonly span: number } & (
  | { readonly weekday: number }
  | { readonly date: LocalDate }
);

/** What is wrong with opening hours. */
export type HoursProblem =
  | { readonly type: 'not-seven-days' }
  | ({
      readonly type: 'malformed-time' | 'ends-before-it-begins' | 'out-of-order' | 'overlaps';
    } & SpanPlace)
  /** A special day has hours; one without is a closed day. */
  | { readonly type: 'no-hours'; readonly date: LocalDate }
  | { readonly type: 'malformed-date'; readonly date: LocalDate }
  | { readonly type: 'date-twice'; readonly date: LocalDate };

/** Everything that is wrong, in the order of the form; an empty list is valid. */
export function checkOpeningHours(hours: OpeningHours): readonly HoursProblem[] {
  const week = hours.week.flatMap((spans, weekday) =>
    problemsOfDay(spans, (span) => ({ weekday, span })),
  );
  const specialDays = hours.specialDays ?? [];
  const dates = [...hours.closedDays, ...specialDays].map(({ date }) => date);
  return [
    ...(hours.week.length === 7 ? [] : [{ type: 'not-seven-days' } as const]),
    ...week,
    ...specialDays.flatMap(({ date, spans }): readonly HoursProblem[] =>
      spans.length === 0
        ? [{ type: 'no-hours', date }]
        : problemsOfDay(spans, (span) => ({ date, span })),
    ),
    ...dates.flatMap((date, index) => problemsOfDate(date, dates.indexOf(date) < index)),
  ];
}

function problemsOfDay(
  spans: readonly OpenSpan[],
  placeOf: (span: number) => SpanPlace,
): readonly HoursProblem[] {
  return spans.flatMap((span, index): readonly HoursProblem[] => {
    const place = placeOf(index);
    const minutes = spanMinutes(span);
    if (minutes === null) return [{ type: 'malformed-time', ...place }];
    if (minutes.to <= minutes.from) return [{ type: 'ends-before-it-begins', ...place }];

    const earlier = spans
      .slice(0, index)
      .flatMap((other) => spanMinutes(other) ?? [])
      .filter(({ from, to }) => from < to);
    if (earlier.some(({ from, to }) => from < minutes.to && minutes.from < to)) {
      return [{ type: 'overlaps', ...place }];
    }
    const isUnordered = earlier.some(({ from }) => minutes.from < from);
    return isUnordered ? [{ type: 'out-of-order', ...place }] : [];
  });
}

function problemsOfDate(date: LocalDate, isSecond: boolean): readonly HoursProblem[] {
  if (!isLocalDate(date)) return [{ type: 'malformed-date', date }];
  return isSecond ? [{ type: 'date-twice', date }] : [];
}
