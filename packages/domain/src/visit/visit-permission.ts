import type { Announcement } from '../announcement/announcement.ts';
import { isBeingSpoken, mayBeMissed } from '../announcement/spoken-call.ts';
import type { CounterId, Instant } from '../ids.ts';
import type { Person } from '../people/people-and-devices.ts';
import { ok, refuse, type Result } from '../result.ts';
import { type Counter, queuesServed } from '../site/counter.ts';
import type { MissedRule } from '../site/site.ts';
import { calledOftenEnough, graceEnds } from './missed.ts';
import { servedAt } from './steps.ts';
import { counterOf, type Visit } from './visit.ts';
import type { VisitActionType } from './visit-action.ts';

/** One of the staff who acts on a visit. */
export interface VisitActor {
  readonly isHead: boolean;
  /** Where they act as its clerk; null: from the floor. */
  readonly counter: {
    readonly id: CounterId;
    readonly queueIds: Counter['queueIds'];
    readonly training: boolean;
    readonly clerk: Pick<Person, 'skills'> | null;
  } | null;
}

/** What else decides: the site's rule of missed calls, and how far the visit's call was heard. */
export interface PermissionContext {
  readonly at: Instant;
  readonly missed: MissedRule;
  /** The latest call of that visit. */
  readonly callOf: (visit: Visit) => Announcement | undefined;
  /** The latest announcements of the whole room. */
  readonly recentCalls: () => Iterable<Announcement>;
}

/** What any of the staff may do, from the floor, to a visit that no counter holds. */
const FROM_THE_FLOOR: ReadonlySet<VisitActionType> = new Set<VisitActionType>([
  'transfer',
  'postpone',
  'cancel',
  'reinstate',
  'add-service',
  'drop-service',
  'set-priority',
  'set-party',
  'reserve',
  'return',
]);

/** What only a clerk at a counter does, a head as well. */
const AT_A_COUNTER: ReadonlySet<VisitActionType> = new Set<VisitActionType>(['call', 'go-on']);

/**
 * Whether this person may do that to the visit now, beyond what its state allows (`allowedActions`). Refuses with
 * `counter-closed` what is not done from the floor, `not-your-visit`, `called-often-enough`, `call-being-spoken`, and
 * `action-not-allowed` across practice and before the time of a postponed visit.
 */
export function mayActOn(
  visit: Visit,
  type: VisitActionType,
  actor: VisitActor,
  context: PermissionContext,
): Result<null> {
  const { isHead, counter } = actor;
  const notAllowed = refuse('action-not-allowed', { action: type, state: visit.state });
  if (counter === null && !FROM_THE_FLOOR.has(type) && (!isHead || AT_A_COUNTER.has(type)))
    return refuse('counter-closed');
  if (counter !== null && counter.training !== visit.training) return notAllowed;
  // What was done is recorded while the visit is already elsewhere, or over: `mayRecordResult`.
  if (type === 'set-result') return ok(null);
  if (!isHead && !isOpenTo(visit, counter?.id ?? null)) return refuse('not-your-visit');
  switch (type) {
    case 'call':
      if (visit.notBefore !== null && visit.notBefore > context.at) return notAllowed;
      return isHead || isServedBy(visit, counter) ? ok(null) : refuse('not-your-visit');
    case 'recall':
      if (visit.state !== 'called') return ok(null);
      if (calledOftenEnough(visit, context.missed)) return refuse('called-often-enough');
      return isBeingSpoken(context.callOf(visit), context.recentCalls(), context.at)
        ? refuse('call-being-spoken')
        : ok(null);
    case 'mark-no-show':
      return visit.state !== 'called' || mayMarkNoShow(visit, context)
        ? ok(null)
        : refuse('call-being-spoken');
    default:
      return ok(null);
  }
}

/** Whether a call may be marked as missed: not before the room could hear it. */
export function mayMarkNoShow(visit: Visit, context: PermissionContext): boolean {
  const { at, missed } = context;
  return mayBeMissed(context.callOf(visit), context.recentCalls(), at, missed);
}

/** Whether the person has to say why: an exception, or what never goes without a reason. */
export function needsReason(
  visit: Visit,
  type: VisitActionType,
  { counter }: VisitActor,
  { at, missed }: Pick<PermissionContext, 'at' | 'missed'>,
): boolean {
  if (type === 'set-result') return false;
  if (!isOpenTo(visit, counter?.id ?? null)) return true;
  switch (type) {
    case 'cancel':
    case 'set-priority':
      return true;
    case 'call':
      return visit.state === 'waiting';
    case 'reinstate':
      return visit.state === 'closed' && at >= graceEnds(visit, missed);
    default:
      return false;
  }
}

/**
 * Whether this person records what was done in that step: at the counter that served it, where it closed the visit at one
 * that serves its queue, or a head. Refuses a step that was not served.
 */
export function mayRecordResult(
  visit: Visit,
  step: number,
  { isHead, counter }: VisitActor,
): Result<null> {
  const served = servedAt(visit, step);
  if (served === undefined)
    return refuse('action-not-allowed', { action: 'set-result', state: visit.state });
  const isOwn =
    counter !== null && (served === null ? serves(visit, counter) : served === counter.id);
  return isHead || isOwn ? ok(null) : refuse('not-your-visit');
}

/** Only the counter that holds a visit acts on it, any when it was parked for all; a head acts on others' with a reason. */
export function isOpenTo(visit: Visit, counterId: CounterId | null): boolean {
  if (visit.state === 'parked' && visit.shared) return true;
  const holder = counterOf(visit);
  return holder === null || holder === counterId;
}

/** Whether the visit's queue is one of the counter's and its clerk's; what was parked there stays theirs. */
function isServedBy(visit: Visit, counter: VisitActor['counter']): boolean {
  if (counter === null) return false;
  if (visit.state === 'parked' && visit.counterId === counter.id) return true;
  return serves(visit, counter);
}

function serves({ queueId }: Visit, counter: NonNullable<VisitActor['counter']>): boolean {
  return queuesServed(counter, counter.clerk).includes(queueId);
}
