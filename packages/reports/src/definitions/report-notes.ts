import {
  addDays,
  daysOf,
  isWorkingDay,
  type LocalDate,
  type Period,
  periodBefore,
  type Settings,
} from '@motcua/domain';
import type { DayFigures, ReportNote } from '@motcua/protocol/http';
import { stepsWithResult } from '../figures/figure-values.ts';
import { hasVisits, type PeriodFigures } from '../figures/period-figures.ts';
import type { PeriodReportSource } from './period-material.ts';

type Days = ReportNote['days'];

/** What is missing or provisional in the figures, so that a reader cannot take it for less work. */
export function reportNotes(
  { period, settings, dossiers, today, visitsFrom }: PeriodReportSource,
  { all, days }: PeriodFigures,
  former: readonly DayFigures[],
): readonly ReportNote[] {
  const missing = missingDays(period, days, settings, today);
  const missingBefore = missingDays(periodBefore(period), former, settings, today);
  const forgotten = visitsFrom === null ? [] : days.filter(({ day }) => day < visitsFrom);
  const withResult = stepsWithResult(all.total);
  const { services = 0 } = all.total.counts;
  const unknownTerms =
    dossiers === null
      ? 0
      : dossiers.figures.total.resolvedNoTerm + dossiers.figures.total.pendingNoTerm;
  const unknownChannels = dossiers?.figures.noChannel.received ?? 0;
  return [
    ...noteIf(!hasVisits(all.total), 'no-data'),
    ...noteIf(period.to >= today, 'period-not-over', [{ from: today, to: period.to }]),
    ...noteIf(missing.length > 0, 'days-without-data', intervals(missing), [missing.length]),
    ...noteIf(forgotten.length > 0, 'roll-ups-only', intervals(forgotten.map(({ day }) => day))),
    ...noteIf(all.targets.length > 1, 'targets-changed', [], all.targets),
    ...noteIf(missingBefore.length > 0, 'before-incomplete', intervals(missingBefore), [
      missingBefore.length,
    ]),
    ...noteIf(
      withResult > 0 && withResult < services,
      'results-missing',
      [],
      [services - withResult, services],
    ),
    ...noteIf(dossiers !== null && dossiers.figures.at < period.to, 'dossiers-until', [
      { from: dossiers?.figures.at ?? period.from, to: dossiers?.figures.at ?? period.to },
    ]),
    ...noteIf(unknownTerms > 0, 'terms-unknown', [], [unknownTerms]),
    ...noteIf(unknownChannels > 0, 'channels-unknown', [], [unknownChannels]),
  ];
}

function noteIf(
  applies: boolean,
  code: ReportNote['code'],
  days: Days = [],
  numbers: readonly number[] = [],
): readonly ReportNote[] {
  return applies ? [{ code, days, numbers }] : [];
}

/** Working days until yesterday of which nothing is kept. */
function missingDays(
  period: Period,
  known: readonly DayFigures[],
  { site }: Settings,
  today: LocalDate,
): readonly LocalDate[] {
  const days = new Set(known.map(({ day }) => day));
  return daysOf(period).filter(
    (day) => day < today && !days.has(day) && isWorkingDay(site.hours, day),
  );
}

/** Consecutive days as one range. */
function intervals(days: readonly LocalDate[]): Days {
  const joined: { from: LocalDate; to: LocalDate }[] = [];
  for (const day of days) {
    const last = joined.at(-1);
    if (last !== undefined && addDays(last.to, 1) === day) last.to = day;
    else joined.push({ from: day, to: day });
  }
  return joined;
}
