import { type DossierCounts, pendingIn, resolvedIn, STEP_RESULTS } from '@motcua/domain';
import {
  type ComparedFigure,
  type DossierFigureId,
  FIGURE_UNITS,
  type FigureId,
  type Spread,
  type Tally,
  type TimeKind,
  type CountKind,
  type VisitFigureId,
} from '@motcua/protocol/http';
import { spreadOfDurations } from './duration-histogram.ts';

type ValuesOf<Id extends string, T> = Readonly<Record<Id, (of: T) => number | null>>;

const count = (kind: CountKind) => (tally: Tally) => tally.counts[kind] ?? 0;
const spread = (kind: TimeKind, part: keyof Spread) => (tally: Tally) =>
  spreadOfDurations(tally.times[kind] ?? null)[part];
/** Not known, instead of zero, while no step has a result. */
const result = (kind: (typeof STEP_RESULTS)[number]) => (tally: Tally) =>
  stepsWithResult(tally) === 0 ? null : count(kind)(tally);

/** How each figure of visits is read from a group of them; one entry a figure. */
export const VISIT_VALUES: ValuesOf<VisitFigureId, Tally> = {
  'visits': count('visits'),
  'carried-over': count('carriedOver'),
  'priority': count('priority'),
  'served': count('served'),
  'no-show': count('no-show'),
  'left': count('left'),
  'cancelled': count('cancelled'),
  'withdrawn': count('withdrawn'),
  'open': count('open'),
  'no-show-share': ({ counts }) =>
    shareOf(counts['no-show'] ?? 0, (counts.visits ?? 0) + (counts.carriedOver ?? 0)),
  'transfers': count('transfers'),
  'services': count('services'),
  'waits': spread('waitingTime', 'count'),
  'waiting-median': spread('waitingTime', 'median'),
  'waiting-p90': spread('waitingTime', 'p90'),
  'waiting-longest': spread('waitingTime', 'longest'),
  'within-target': ({ counts, times }) =>
    shareOf(counts.withinTarget ?? 0, times.waitingTime?.count ?? 0),
  'rewaits': spread('rewaitingTime', 'count'),
  'rewaiting-median': spread('rewaitingTime', 'median'),
  'rewaiting-longest': spread('rewaitingTime', 'longest'),
  'walking-median': spread('walkingTime', 'median'),
  'walking-p90': spread('walkingTime', 'p90'),
  'walking-longest': spread('walkingTime', 'longest'),
  'serving-median': spread('servingTime', 'median'),
  'serving-p90': spread('servingTime', 'p90'),
  'serving-longest': spread('servingTime', 'longest'),
  'result-received': result('received'),
  'result-helped-online': result('helped-online'),
  'result-sent-back': result('sent-back'),
  'result-handed-over': result('handed-over'),
  'result-advised': result('advised'),
};

/** Dossiers in all, by channel, and what was entered beside them. */
export interface DossierMaterial {
  readonly counts: DossierCounts;
  readonly online: number | null;
  readonly paper: number | null;
  readonly complaints: number | null;
}

/** How each figure of dossiers is read from their counts; one entry a figure. */
export const DOSSIER_VALUES: ValuesOf<DossierFigureId, DossierMaterial> = {
  'dossiers': ({ counts }) => counts.received + counts.carriedOver,
  'dossiers-received': ({ counts }) => counts.received,
  'dossiers-online': ({ online }) => online,
  'dossiers-paper': ({ paper }) => paper,
  'dossiers-carried-over': ({ counts }) => counts.carriedOver,
  'dossiers-resolved': ({ counts }) => resolvedIn(counts),
  'dossiers-early': ({ counts }) => counts.early,
  'dossiers-on-time': ({ counts }) => counts.onTime,
  'dossiers-late': ({ counts }) => counts.late,
  'dossiers-resolved-no-term': ({ counts }) => counts.resolvedNoTerm,
  'dossiers-in-term-of-resolved': ({ counts: { early, onTime, late } }) =>
    shareOf(early + onTime, early + onTime + late),
  'dossiers-in-term-of-all': ({ counts: { early, onTime, received, carriedOver } }) =>
    shareOf(early + onTime, received + carriedOver),
  'dossiers-pending': ({ counts }) => pendingIn(counts),
  'dossiers-within-term': ({ counts }) => counts.withinTerm,
  'dossiers-overdue': ({ counts }) => counts.overdue,
  'dossiers-pending-no-term': ({ counts }) => counts.pendingNoTerm,
  'complaints': ({ complaints }) => complaints,
};

/** How many steps have a result. */
export function stepsWithResult({ counts }: Tally): number {
  return STEP_RESULTS.reduce((sum, kind) => sum + (counts[kind] ?? 0), 0);
}

/** A figure beside the former one; no difference where one of them is not known, no percent of zero or of a share. */
export function compared(
  id: FigureId,
  value: number | null,
  before: number | null,
): ComparedFigure {
  const difference = value === null || before === null ? null : value - before;
  const isRelative = FIGURE_UNITS[id] !== 'share' && before !== 0;
  const percent =
    difference === null || before === null || !isRelative ? null : (difference / before) * 100;
  return { id, value, before, difference, percent };
}

function shareOf(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
