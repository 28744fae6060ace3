import { spreadOf } from '../statistics.ts';
import type { DayReport } from './day-report-shape.ts';

/** Replaces a number that was deleted. */
const FORGOTTEN = '–';

/** The part of a day's report that is kept for ever: every figure, but no ticket number, which would lead to a person. */
export function withoutNumbers(report: DayReport): DayReport {
  const { totals, missed } = report;
  const unnamed = <T extends { readonly number: string }>(list: readonly T[]): readonly T[] =>
    list.map((each) => ({ ...each, number: FORGOTTEN }));
  return {
    ...report,
    totals: {
      ...totals,
      open: totals.open.map(() => FORGOTTEN),
      rolledOver: totals.rolledOver.map(() => FORGOTTEN),
    },
    missed: { ...missed, rejoined: unnamed(missed.rejoined) },
    noShows: unnamed(report.noShows),
    callsNotHeard: unnamed(report.callsNotHeard),
    slipsNotPrinted: unnamed(report.slipsNotPrinted),
    longestWaits: unnamed(report.longestWaits),
  };
}

/** A stored report, perhaps of an older version: figures that version lacked are empty. */
export function keptReport(kept: DayReport): DayReport {
  const { times, longestWaits } = kept;
  return {
    ...kept,
    totals: { ...kept.totals, slipsUnproved: kept.totals.slipsUnproved ?? 0 },
    times: { ...times, rewaitingTime: times.rewaitingTime ?? spreadOf([]) },
    longestWaits: longestWaits.map((wait) => ({
      ...wait,
      rewaitingTime: wait.rewaitingTime ?? null,
      wholeWait: wait.wholeWait ?? wait.waitingTime,
    })),
  };
}
