import type { Instant, LocalDate } from '../ids.ts';
import { ok, refuse, type Result } from '../result.ts';
import {
  enterStep,
  hasServedStep,
  nextStepOf,
  servicesIn,
  withPastStep,
  withResult,
  withStepBack,
} from './steps.ts';
import {
  coreOf,
  MAX_STEPS,
  type Visit,
  type VisitCore,
  type VisitIn,
  type VisitState,
} from './visit.ts';
import type { VisitAction, VisitActionOf, VisitActionType } from './visit-action.ts';
import { withoutWaits, withWaits } from './waits.ts';

/** The time an action happens at, and the site's local day then. */
export interface TransitionContext {
  readonly at: Instant;
  readonly today: LocalDate;
}

const OPEN = ['waiting', 'called', 'serving', 'parked'] as const;

/** The whole life of a visit: what each action does in which state. Leave an action out and this file stops compiling. */
const RULES: { readonly [T in VisitActionType]: Rule<T> } = {
  'call': rule(['waiting', 'parked'], (visit, { counterId, clerkId }, { at }) => ({
    ...coreOf(visit),
    state: 'called',
    notBefore: null,
    counterId,
    clerkId,
    calledAt: at,
    callCount: visit.callCount + 1,
  })),
  'recall': rule(['called'], (visit, _action, { at }) => ({
    ...visit,
    calledAt: at,
    callCount: visit.callCount + 1,
  })),
  'start-service': rule(['called'], (visit, _action, { at }) => serving(visit, visit, at)),
  'park': rule(['called', 'serving', 'parked'], (visit, { shared }, { at }) => ({
    ...coreOf(visit),
    state: 'parked',
    counterId: visit.counterId,
    clerkId: visit.clerkId,
    parkedAt: visit.state === 'parked' ? visit.parkedAt : at,
    shared,
  })),
  'transfer': rule(OPEN, (visit, { toQueueId, reservedFor, andBack }, { at }) => {
    const left = withPastStep(visit, 'transferred', at);
    const core = andBack && visit.state !== 'waiting' ? withStepBack(left, visit.clerkId) : left;
    return { ...waitingAgain(core, at), queueId: toQueueId, reservedFor };
  }),
  'send-back': rule(['called', 'serving', 'parked'], (visit, _action, { at }) =>
    waitingAgain(withPastStep(visit, 'unfinished', at), at),
  ),
  'postpone': rule(OPEN, (visit, { until }, { at }) => ({
    ...waitingAgain(withPastStep(visit, 'unfinished', at), at),
    notBefore: until,
  })),
  'mark-no-show': rule(['called'], (visit, _action, { at }) => closed(visit, at, 'no-show')),
  'finish': rule(['serving'], (visit, { nextServiceId, releasesReservation }, { at }) => {
    const next = nextStepOf(visit, nextServiceId);
    if (next === null) return closed(visit, at, 'served');
    const entered = enterStep(withPastStep(visit, 'served', at), next);
    return waitingAgain(
      releasesReservation === true ? { ...entered, reservedFor: null } : entered,
      at,
    );
  }),
  'go-on': rule(
    ['serving'],
    (visit, { nextServiceId }, { at }) => {
      const next = nextStepOf(visit, nextServiceId);
      return next === null
        ? visit
        : serving(enterStep(withPastStep(visit, 'served', at), next), visit, at);
    },
    (visit) => visit.next.length > 0,
  ),
  'cancel': rule(['waiting', 'called', 'parked'], (visit, { as }, { at }) => closed(visit, at, as)),
  'reinstate': rule(
    ['closed'],
    (visit, { placedAt }, { at }) => ({
      ...waitingAgain(coreOf(visit), at),
      placedAt,
      bookedFor: null,
      notBefore: null,
      reservedFor: null,
    }),
    (visit, { today }) =>
      (visit.outcome === 'no-show' || visit.outcome === 'left') && visit.day === today,
  ),
  'add-service': rule(
    OPEN,
    (visit, { step }) => ({ ...visit, next: [...visit.next, step] }),
    (visit) => servicesIn(visit) < MAX_STEPS,
  ),
  'drop-service': rule(
    OPEN,
    (visit, { serviceId }) => {
      const last = visit.next.findLastIndex((step) => step.serviceId === serviceId);
      return { ...visit, next: visit.next.filter((_, index) => index !== last) };
    },
    (visit) => visit.next.length > 0,
  ),
  // Also while served: the next service waits by it.
  'set-priority': rule(OPEN, (visit, { priority }) => ({ ...visit, priority })),
  'set-party': rule(OPEN, (visit, { party }) => ({ ...visit, party })),
  'set-result': rule(
    [...OPEN, 'closed'],
    (visit, { type: _type, ...recorded }) => withResult(visit, recorded),
    (visit, { today }) => visit.day === today && !visit.training && hasServedStep(visit),
  ),
  'reserve': rule(['waiting'], (visit, { reservedFor }, { at }) => ({
    ...visit,
    reservedFor,
    waitingSince: at,
  })),
  'hold': rule(
    ['waiting'],
    (visit, { until }) => ({ ...visit, notBefore: until, held: true }),
    (visit) => !visit.held && visit.notBefore === null,
  ),
  'return': rule(
    ['waiting'],
    (visit) => ({ ...visit, notBefore: null }),
    (visit) => visit.notBefore !== null,
  ),
  'roll-over': rule(['waiting', 'called', 'parked'], (visit, { day, opensAt }, { at }) => ({
    ...waitingAgain(withoutWaits(withPastStep(visit, 'unfinished', at)), at),
    day,
    waitsFrom: opensAt,
    notBefore: null,
    reservedFor: null,
  })),
};

/**
 * Same visit, action and moment in, same visit out. No action changes the arrival time.
 * Refuses with `action-not-allowed` in a state that the table does not name for the action.
 */
export function transition(
  visit: Visit,
  action: VisitAction,
  context: TransitionContext,
): Result<Visit> {
  if (!isAllowed(visit, action.type, context.today)) {
    return refuse('action-not-allowed', { action: action.type, state: visit.state });
  }
  const { apply } = RULES[action.type] as Rule<VisitActionType>;
  return ok(withWaits(visit, apply(visit, action, context), context.at));
}

/** What the state of the visit allows; who may do it is `mayActOn`. */
export function allowedActions(visit: Visit, today: LocalDate): readonly VisitActionType[] {
  return (Object.keys(RULES) as VisitActionType[]).filter((type) => isAllowed(visit, type, today));
}

function isAllowed(visit: Visit, type: VisitActionType, today: LocalDate): boolean {
  const { from, when } = RULES[type] as Rule<VisitActionType>;
  return from.includes(visit.state) && when(visit, { today });
}

function waitingAgain(core: VisitCore, at: Instant): VisitIn<'waiting'> {
  return { ...core, callCount: 0, state: 'waiting', waitingSince: at };
}

function serving(
  visit: VisitIn<'called'> | VisitCore,
  { counterId, clerkId }: Pick<VisitIn<'called'>, 'counterId' | 'clerkId'>,
  at: Instant,
): VisitIn<'serving'> {
  const core = 'state' in visit ? coreOf(visit) : visit;
  const begunAt = core.begunAt ?? at;
  return { ...core, begunAt, state: 'serving', counterId, clerkId, servingSince: at };
}

function closed(visit: Visit, at: Instant, outcome: VisitIn<'closed'>['outcome']): Visit {
  const core = outcome === 'served' ? coreOf(visit) : withPastStep(visit, 'unfinished', at);
  return { ...core, state: 'closed', closedAt: at, outcome };
}

interface Rule<T extends VisitActionType> {
  readonly from: readonly VisitState[];
  readonly apply: (visit: Visit, action: VisitActionOf<T>, context: TransitionContext) => Visit;
  readonly when: (visit: Visit, context: Pick<TransitionContext, 'today'>) => boolean;
}

function rule<T extends VisitActionType, S extends VisitState>(
  from: readonly S[],
  apply: (visit: VisitIn<S>, action: VisitActionOf<T>, context: TransitionContext) => Visit,
  when: (visit: VisitIn<S>, context: Pick<TransitionContext, 'today'>) => boolean = () => true,
): Rule<T> {
  // Sound: transition() checks `from` before it applies, isAllowed() before it asks `when`.
  return { from, apply: apply as Rule<T>['apply'], when: when as Rule<T>['when'] };
}
