import type { Period } from '../clock/period.ts';
import type { LocalDate, ServiceId } from '../ids.ts';
import {
  DOSSIER_STANDINGS,
  type Dossier,
  type DossierStanding,
  dossierStanding,
  isResolved,
} from './dossier.ts';
import type { DossierMoment } from './working-days.ts';

/**
 * Received and carried over together are the sum of all standings: each dossier of the period stands in one of them at
 * its end.
 */
export type DossierCounts = Readonly<Record<'received' | 'carriedOver' | DossierStanding, number>>;

export interface DossierFigures {
  /** The day at whose end the dossiers are counted: the last of the period, or of the data where that is earlier. */
  readonly at: LocalDate;
  readonly total: DossierCounts;
  readonly online: DossierCounts;
  /** Handed in at the centre or by post. */
  readonly paper: DossierCounts;
  /** Of which the file does not say how they came; the three are the total. */
  readonly noChannel: DossierCounts;
  /** Null: a procedure that is none of the centre's services. */
  readonly byService: ReadonlyMap<ServiceId | null, DossierCounts>;
}

export interface DossierSource {
  readonly dossiers: readonly Dossier[];
  readonly period: Period;
  /** The day on which the data stand. */
  readonly asOf: LocalDate;
  /** When a dossier is due, computed where the file does not say; null: its term is not known. */
  readonly dueOf: (dossier: Dossier) => DossierMoment | null;
  /** Null: none of the centre's services. */
  readonly serviceOf: (dossier: Dossier) => ServiceId | null;
}

/** Counts the dossiers that were received in the period or pending when it began. */
export function dossierFigures({
  dossiers,
  period,
  asOf,
  dueOf,
  serviceOf,
}: DossierSource): DossierFigures {
  const at = asOf < period.to ? asOf : period.to;
  const counted = dossiers.flatMap((dossier) => {
    const standing = dossierStanding(dossier, dueOf(dossier), at);
    const isOver = dossier.resolved !== null && dossier.resolved.day < period.from;
    return standing === null || isOver ? [] : { dossier, standing, serviceId: serviceOf(dossier) };
  });
  const countsOf = (isCounted: (each: (typeof counted)[number]) => boolean) =>
    countAll(counted.filter(isCounted), period);
  const services = new Set(counted.map(({ serviceId }) => serviceId));
  return {
    at,
    total: countsOf(() => true),
    online: countsOf(({ dossier }) => dossier.channel === 'online'),
    paper: countsOf(({ dossier }) => isOnPaper(dossier)),
    noChannel: countsOf(({ dossier }) => dossier.channel === null),
    byService: new Map(
      [...services].map((id) => [id, countsOf(({ serviceId }) => serviceId === id)]),
    ),
  };
}

/** All dossiers that were resolved in the period. */
export function resolvedIn(counts: DossierCounts): number {
  return sumOf(counts, isResolved);
}

/** All dossiers that were pending at its end. */
export function pendingIn(counts: DossierCounts): number {
  return sumOf(counts, (standing) => !isResolved(standing));
}

function isOnPaper({ channel }: Dossier): boolean {
  return channel !== null && channel !== 'online';
}

function countAll(
  counted: readonly { readonly dossier: Dossier; readonly standing: DossierStanding }[],
  { from }: Period,
): DossierCounts {
  const counts = {
    received: 0,
    carriedOver: 0,
    early: 0,
    onTime: 0,
    late: 0,
    resolvedNoTerm: 0,
    withinTerm: 0,
    overdue: 0,
    pendingNoTerm: 0,
  };
  for (const { dossier, standing } of counted) {
    counts[dossier.received.day < from ? 'carriedOver' : 'received'] += 1;
    counts[standing] += 1;
  }
  return counts;
}

function sumOf(counts: DossierCounts, isCounted: (standing: DossierStanding) => boolean): number {
  return DOSSIER_STANDINGS.filter(isCounted).reduce((sum, standing) => sum + counts[standing], 0);
}
