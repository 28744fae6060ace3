import type { LocalDate } from '../ids.ts';
import { assertNever } from '../result.ts';
import type { DossierMoment } from './working-days.ts';

/** The last two come on paper. */
export const DOSSIER_CHANNELS = ['online', 'in-person', 'post'] as const;
export type DossierChannel = (typeof DOSSIER_CHANNELS)[number];

/** What the provincial system says of one dossier; nothing of the applicant. */
export interface Dossier {
  readonly code: string;
  /** As the file names it; empty where it does not. */
  readonly procedure: string;
  readonly procedureCode: string | null;
  readonly field: string | null;
  /** Null when the file does not say. */
  readonly channel: DossierChannel | null;
  readonly received: DossierMoment;
  /** Null when the file does not say. */
  readonly due: DossierMoment | null;
  /** Null while it is pending. */
  readonly resolved: DossierMoment | null;
}

/** The five meanings that are never added up wrongly, and those of dossiers without a known term. */
export const DOSSIER_STANDINGS = [
  'early',
  'onTime',
  'late',
  'resolvedNoTerm',
  'withinTerm',
  'overdue',
  'pendingNoTerm',
] as const;
export type DossierStanding = (typeof DOSSIER_STANDINGS)[number];

/**
 * Where a dossier stands at the end of day `at`; null when it was not received by then. One that was resolved later was
 * pending. Early is before the day on which it is due, on time that day (and not after the time, where both are known).
 */
export function dossierStanding(
  { received, resolved }: Pick<Dossier, 'received' | 'resolved'>,
  due: DossierMoment | null,
  at: LocalDate,
): DossierStanding | null {
  if (received.day > at) return null;
  if (resolved === null || resolved.day > at) {
    if (due === null) return 'pendingNoTerm';
    return at > due.day ? 'overdue' : 'withinTerm';
  }
  if (due === null) return 'resolvedNoTerm';
  if (resolved.day !== due.day) return resolved.day < due.day ? 'early' : 'late';
  return isAfter(resolved, due) ? 'late' : 'onTime';
}

/** Whether a dossier that stands so is resolved, else it is pending. */
export function isResolved(standing: DossierStanding): boolean {
  switch (standing) {
    case 'early':
    case 'onTime':
    case 'late':
    case 'resolvedNoTerm':
      return true;
    case 'withinTerm':
    case 'overdue':
    case 'pendingNoTerm':
      return false;
    default:
      return assertNever(standing);
  }
}

export type DossierFault =
  | 'resolved-before-received'
  | 'due-before-received'
  | 'received-in-future'
  | 'resolved-in-future';

/** What cannot be true of a dossier in a file that shows the state of day `asOf`. */
export function dossierFaults(
  { received, due, resolved }: Pick<Dossier, 'received' | 'due' | 'resolved'>,
  asOf: LocalDate,
): readonly DossierFault[] {
  const faults: DossierFault[] = [];
  if (resolved !== null && isAfter(received, resolved)) faults.push('resolved-before-received');
  if (due !== null && isAfter(received, due)) faults.push('due-before-received');
  if (received.day > asOf) faults.push('received-in-future');
  if (resolved !== null && resolved.day > asOf) faults.push('resolved-in-future');
  return faults;
}

/** Times decide within a day only where both are known. */
function isAfter(a: DossierMoment, b: DossierMoment): boolean {
  if (a.day !== b.day) return a.day > b.day;
  return a.time !== null && b.time !== null && a.time > b.time;
}
