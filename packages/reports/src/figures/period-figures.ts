import { weekdayOfDate } from '@motcua/domain';
import type { DayFigures, Figures, Tally } from '@motcua/protocol/http';
import { mergeFigures, mergeGroups, mergeTallies } from './merge-figures.ts';

export interface WeekdayFigures extends Pick<Figures, 'total' | 'byHour'> {
  /** 0 is Monday. */
  readonly weekday: number;
  /** How many days of it had a visit, to tell the usual from the total. */
  readonly days: number;
}

/** The figures of several days: all together, each weekday, and the days themselves in order. */
export interface PeriodFigures {
  readonly all: Figures;
  readonly weekdays: readonly WeekdayFigures[];
  readonly days: readonly DayFigures[];
}

/** Takes each day once, in any order. */
export function periodFigures(days: readonly DayFigures[]): PeriodFigures {
  return {
    all: mergeFigures(days),
    weekdays: [0, 1, 2, 3, 4, 5, 6].flatMap((weekday) => {
      const own = days.filter(({ day }) => weekdayOfDate(day) === weekday);
      if (own.length === 0) return [];
      return {
        weekday,
        days: own.filter(({ total }) => hasVisits(total)).length,
        total: mergeTallies(own.map(({ total }) => total)),
        byHour: mergeGroups(own.map(({ byHour }) => byHour)),
      };
    }),
    days: days.toSorted((a, b) => (a.day < b.day ? -1 : 1)),
  };
}

/** Whether there was a visit at all. */
export function hasVisits({ counts }: Tally): boolean {
  return (counts.visits ?? 0) + (counts.carriedOver ?? 0) > 0;
}
