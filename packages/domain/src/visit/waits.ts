import type { Instant } from '../ids.ts';
import type { Visit, VisitCore, VisitIn } from './visit.ts';

/**
 * How long a visitor waited, in ms. Walking to the counter, service and parking are in none of them; time that the
 * visitor asked to be away (a place that is held, a visit that is postponed) is.
 */
export interface Waits {
  /**
   * `waitingTime` (docs/figures.md): arrival, or the opening after a night, to the first call, or so far. The promise on
   * the slip is about it.
   */
  readonly first: number;
  /** `rewaitingTime`: in line after the first call, as after a transfer; null: never again in line. */
  readonly again: number | null;
  /** All time in line. */
  readonly total: number;
}

/** What a visit waited until `at`. Of one from an older version that was called, only the first wait is known. */
export function waitsOf(visit: Visit, at: Instant): Waits {
  const begins = Math.max(visit.arrivedAt, visit.waitsFrom ?? 0);
  const first = Math.max(0, firstWaitEnds(visit, at) - begins);
  const now = waitsAgain(visit) ? Math.max(0, at - visit.waitingSince) : null;
  const past = visit.rewaitedMs ?? null;
  const again = now === null && past === null ? null : (now ?? 0) + (past ?? 0);
  return { first, again, total: first + (again ?? 0) };
}

/** Whether the visit is in line after it had been called. */
export function waitsAgain(
  visit: Visit,
): visit is VisitIn<'waiting'> & { readonly firstCalledAt: Instant } {
  return visit.state === 'waiting' && visit.firstCalledAt !== undefined;
}

/** The visit after an action at `at`, with what it waited until then. */
export function withWaits(before: Visit, after: Visit, at: Instant): Visit {
  // A visit that goes on the next morning begins anew.
  if (after.day !== before.day) return after;
  const isCalled = after.state === 'called' && before.state !== 'called';
  const first = isCalled && after.firstCalledAt === undefined ? { firstCalledAt: at } : {};
  if (!waitsAgain(before)) return { ...after, ...first };
  const goesOn = after.state === 'waiting' && after.waitingSince === before.waitingSince;
  if (goesOn) return after;
  const waited = Math.max(0, at - before.waitingSince);
  return { ...after, rewaitedMs: (before.rewaitedMs ?? 0) + waited };
}

/** A visit that goes on the next morning begins anew: a night is not a wait. */
export function withoutWaits({
  firstCalledAt: _firstCalledAt,
  promisedUntil: _promisedUntil,
  rewaitedMs: _rewaitedMs,
  ...visit
}: VisitCore): VisitCore {
  return visit;
}

function firstWaitEnds(visit: Visit, at: Instant): Instant {
  if (visit.firstCalledAt !== undefined) return visit.firstCalledAt;
  switch (visit.state) {
    case 'waiting':
      return at;
    case 'called':
      return visit.calledAt;
    case 'serving':
      return visit.servingSince;
    case 'parked':
      return visit.parkedAt;
    case 'closed':
      return visit.closedAt;
  }
}
