import { type DayReport, keptDay } from '@motcua/protocol/http';
import { spreadOf } from '../statistics.ts';

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

/** A report as it was kept, perhaps by an older version: what that did not count is empty. Throws for what is none. */
export function keptReport(kept: unknown): DayReport {
  const { times, longestWaits, ...report } = keptDay.parse(kept);
  return {
    ...report,
    times: { ...times, rewaitingTime: times.rewaitingTime ?? spreadOf([]) },
    longestWaits: longestWaits.map((wait) => ({
      ...wait,
      wholeWait: wait.wholeWait ?? wait.waitingTime,
    })),
  };
}
