import { type Settings, spanMinutes } from '@motcua/domain';
import type { PeriodReport, Tally } from '@motcua/protocol/http';
import { VISIT_VALUES } from '../figures/figure-values.ts';
import type { PeriodFigures } from '../figures/period-figures.ts';

type HeatMap = PeriodReport['heatMap'];

/** Arrivals and median waits by weekday and hour, and by day and hour; every hour from the first to the last. */
export function heatMap({ all, weekdays, days }: PeriodFigures, { site }: Settings): HeatMap {
  const open = site.hours.week.flat().flatMap((span) => spanMinutes(span) ?? []);
  const hours = [
    ...Object.keys(all.byHour).map(Number),
    ...open.flatMap(({ from, to }) => [Math.floor(from / 60), Math.ceil(to / 60) - 1]),
  ];
  const first = Math.min(...hours);
  const columns =
    hours.length === 0
      ? []
      : Array.from({ length: Math.max(...hours) - first + 1 }, (_, index) => first + index);
  const cells = (byHour: Readonly<Record<string, Tally>>) =>
    columns.map((hour) => {
      const tally = byHour[hour] ?? { counts: {}, times: {} };
      return {
        visits: tally.counts.visits ?? 0,
        waitingMedian: VISIT_VALUES['waiting-median'](tally),
      };
    });
  return {
    hours: columns,
    weekdays: weekdays.map((each) => ({
      weekday: each.weekday,
      days: each.days,
      cells: cells(each.byHour),
    })),
    days: days.map(({ day, byHour }) => ({ day, cells: cells(byHour) })),
  };
}
