import type { CounterId, Instant, LocalDate } from './ids.ts';
import { ok, refuse, type Result } from './result.ts';
import { coreOf, counterOf, type Visit, type VisitIn, type VisitState } from './visit.ts';
import type { VisitAction, VisitActionOf, VisitActionType } from './visit-action.ts';

/** The time an action happens at, and the site's local day then. */
export interface Moment {
  readonly at: Instant;
  readonly today: LocalDate;
}

/** The whole life of a visit on one page (house 4). Leave an action out and this file stops compiling. */
const RULES: { readonly [T in VisitActionType]: Rule<T> } = {
  'call': rule(['waiting', 'parked'], (visit, { counterId, clerkId }, { at }) => ({
    ...coreOf(visit),
    state: 'called',
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
  'start-service': rule(['called'], (visit, _action, { at }) => ({
    ...coreOf(visit),
    state: 'serving',
    counterId: visit.counterId,
    clerkId: visit.clerkId,
    servingSince: at,
  })),
  'park': rule(['called', 'serving'], (visit, _action, { at }) => ({
    ...coreOf(visit),
    state: 'parked',
    counterId: visit.counterId,
    clerkId: visit.clerkId,
    parkedAt: at,
  })),
  'transfer': rule(
    ['waiting', 'called', 'serving', 'parked'],
    (visit, { toQueueId, toCounterId }, { at }) => ({
      ...waitingAgain(visit, at),
      queueId: toQueueId,
      reservedFor: toCounterId === null ? null : { type: 'counter', counterId: toCounterId },
    }),
  ),
  'send-back': rule(['called', 'serving', 'parked'], (visit, _action, { at }) =>
    waitingAgain(visit, at),
  ),
  'mark-no-show': rule(['called'], (visit, _action, { at }) => closed(visit, at, 'no-show')),
  'finish': rule(['serving'], (visit, _action, { at }) => closed(visit, at, 'served')),
  'cancel': rule(['waiting', 'called', 'parked'], (visit, { as }, { at }) => closed(visit, at, as)),
  'reinstate': rule(
    ['closed'],
    (visit, _action, { at }) => waitingAgain(visit, at),
    (visit, { today }) =>
      (visit.outcome === 'no-show' || visit.outcome === 'left') && visit.day === today,
  ),
};

/**
 * Same visit, action and moment in, same visit out. The arrival time is in every answer what it was.
 * Refuses with `action-not-allowed` where house 4 has a dash.
 */
export function transition(visit: Visit, action: VisitAction, moment: Moment): Result<Visit> {
  if (!isAllowed(visit, action.type, moment.today)) {
    return refuse('action-not-allowed', { action: action.type, state: visit.state });
  }
  const { apply } = RULES[action.type] as Rule<VisitActionType>;
  return ok(apply(visit, action, moment));
}

/** What house 4 lets anybody do to the visit; who may do it is `mayAct`. */
export function allowedActions(visit: Visit, today: LocalDate): readonly VisitActionType[] {
  return (Object.keys(RULES) as VisitActionType[]).filter((type) => isAllowed(visit, type, today));
}

export interface Actor {
  /** The counter at which the person sits; null for a head without one. */
  readonly counterId: CounterId | null;
  readonly isHead: boolean;
}

/** Only the counter that holds a visit may act on it; a head may act on any. */
export function mayAct(visit: Visit, actor: Actor): boolean {
  const holder = counterOf(visit);
  return actor.isHead || holder === null || holder === actor.counterId;
}

function isAllowed(visit: Visit, type: VisitActionType, today: LocalDate): boolean {
  const { from, when } = RULES[type] as Rule<VisitActionType>;
  return from.includes(visit.state) && when(visit, { today });
}

function waitingAgain(visit: Visit, at: Instant): VisitIn<'waiting'> {
  return { ...coreOf(visit), callCount: 0, state: 'waiting', waitingSince: at };
}

function closed(visit: Visit, at: Instant, outcome: VisitIn<'closed'>['outcome']): Visit {
  return { ...coreOf(visit), state: 'closed', closedAt: at, outcome };
}

interface Rule<T extends VisitActionType> {
  readonly from: readonly VisitState[];
  readonly apply: (visit: Visit, action: VisitActionOf<T>, moment: Moment) => Visit;
  readonly when: (visit: Visit, moment: Pick<Moment, 'today'>) => boolean;
}

function rule<T extends VisitActionType, S extends VisitState>(
  from: readonly S[],
  apply: (visit: VisitIn<S>, action: VisitActionOf<T>, moment: Moment) => Visit,
  when: (visit: VisitIn<S>, moment: Pick<Moment, 'today'>) => boolean = () => true,
): Rule<T> {
  // Sound: transition() checks `from` before it applies, isAllowed() before it asks `when`.
  return { from, apply: apply as Rule<T>['apply'], when: when as Rule<T>['when'] };
}
