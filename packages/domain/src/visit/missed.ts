import type { Instant } from '../ids.ts';
import type { MissedRule } from '../site/site.ts';
import type { Visit, VisitIn } from './visit.ts';

/** Whether the visit was called as often as the rule asks; a further recall would only disturb the room. */
export function calledOftenEnough({ callCount }: Visit, { calls }: MissedRule): boolean {
  return callCount >= calls;
}

/**
 * Whether the hub should mark a called visit as missed by itself: called often enough, and long enough ago. Where it is
 * known when the last call was heard, the time counts from then.
 */
export function isMissed(
  visit: Visit,
  at: Instant,
  rule: MissedRule,
  heardAt: Instant | null = null,
): boolean {
  return (
    visit.state === 'called' &&
    calledOftenEnough(visit, rule) &&
    at - Math.max(visit.calledAt, heardAt ?? 0) >= rule.afterSeconds * 1000
  );
}

/** Until when a visitor who missed a call, or left, may come back to a place in line. */
export function graceEnds({ closedAt }: VisitIn<'closed'>, { graceMinutes }: MissedRule): Instant {
  return (closedAt + graceMinutes * 60_000) as Instant;
}

/** Visits that missed a call and are still awaited: the list on displays and at counters. */
export function isAwaited(
  visit: Visit,
  at: Instant,
  rule: MissedRule,
): visit is VisitIn<'closed'> & { readonly outcome: 'no-show' } {
  return (
    visit.state === 'closed' &&
    visit.outcome === 'no-show' &&
    !visit.training &&
    at < graceEnds(visit, rule)
  );
}

/** After so long in a state, in ms, staff should check it: a call is answered or missed in minutes. */
const LINGERS_AFTER_MS = { called: 10 * 60_000, serving: 120 * 60_000 } as const;

/** Whether a visit has been called or served for so long that staff should check it; practice never. */
export function lingers(visit: Visit, at: Instant): visit is VisitIn<'called' | 'serving'> {
  if (visit.training) return false;
  if (visit.state === 'called') return at - visit.calledAt > LINGERS_AFTER_MS.called;
  return visit.state === 'serving' && at - visit.servingSince > LINGERS_AFTER_MS.serving;
}
