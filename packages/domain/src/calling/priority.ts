import type { Instant } from '../ids.ts';
import type { PriorityMode, QueueRule } from '../site/site.ts';
import type { PriorityClass, VisitCore } from '../visit/visit.ts';

type Placed = Pick<VisitCore, 'arrivedAt' | 'bookedFor' | 'placedAt'>;

/** A booking counts as priority from its booked time on. */
export function priorityAt(
  visit: Pick<VisitCore, 'priority' | 'bookedFor'>,
  at: Instant,
): PriorityClass {
  return visit.bookedFor !== null && visit.bookedFor <= at ? 'priority' : visit.priority;
}

/** A booking whose time has not come: it is taken only when no other candidate waits. */
export function isEarly(visit: Pick<VisitCore, 'bookedFor'>, at: Instant): boolean {
  return visit.bookedFor !== null && visit.bookedFor > at;
}

/**
 * By when a place in line counts: for a booking its booked time, so that coming early earns no place; after a missed
 * call the place that was given then; for all others the arrival.
 */
export function waitsSince(visit: Placed): Instant {
  const { arrivedAt, bookedFor, placedAt } = visit;
  if (placedAt !== null) return placedAt;
  return bookedFor !== null && bookedFor > arrivedAt ? bookedFor : arrivedAt;
}

/** Whether the visit waits beyond the bound of the rule, so that it goes before all others. */
export function hasWaitedTooLong(visit: Placed, at: Instant, rule: QueueRule): boolean {
  return at - waitsSince(visit) > rule.maxWaitMinutes * 60_000;
}

/** Calls in a row of one class. */
export interface Run {
  readonly of: PriorityClass;
  readonly length: number;
}

export interface ClassTurn {
  readonly of: PriorityClass;
  /** Calls until the other class has its turn, at least 1. */
  readonly left: number;
}

/**
 * Whose turn it is after the last run of calls; null: none was called yet, and priority begins.
 * Only the last run counts, so that the beginning of the day need not be remembered.
 */
export function turnAfter(
  lastRun: Run | null,
  mode: Extract<PriorityMode, { type: 'interleaved' }>,
): ClassTurn {
  if (lastRun === null) return { of: 'priority', left: mode.priority };
  const left = mode[lastRun.of] - lastRun.length;
  if (left > 0) return { of: lastRun.of, left };
  const other = lastRun.of === 'priority' ? 'normal' : 'priority';
  return { of: other, left: mode[other] };
}
