import {
  calledOftenEnough,
  careAfter,
  type CounterId,
  doesStep,
  graceEnds,
  isBeingSpoken,
  isEmptyCare,
  mayAct,
  NO_CARE,
  ok,
  queuesServed,
  refuse,
  type Refusal,
  type Reservation,
  transition,
  type Visit,
  type VisitAction,
} from '@motcua/domain';
import type { Fact, RequestedActionType } from '@motcua/protocol';
import { isHead } from '../identity/rights.ts';
import { announce } from './announce.ts';
import { completeAction } from './complete-action.ts';
import { currentVisit, ownCounter } from './counters.ts';
import { mayMarkMissed } from './missed.ts';
import type { CommandContext, UseCase } from './use-case.ts';

type Command = Parameters<UseCase<'act-on-visit'>>[1];

/** One action on one visit, by the counter that holds it, by staff on the floor, or by a head with a reason. */
export const actOnVisit: UseCase<'act-on-visit'> = (context, command) => {
  const { visitId, counterId } = command;
  const visit = context.state.visits.get(visitId);
  if (visit === undefined) return refuse('visit-not-found', { visitId });
  const no = whyNot(context, command, visit);
  if (no !== null) return { ok: false, refusal: no };

  const action = completeAction(context, command, visit);
  if (!action.ok) return action;
  const after = transition(visit, action.value, context);
  if (!after.ok) return after;

  const { value } = after;
  const { type } = action.value;
  const facts: Fact[] = [
    {
      type: 'visit-changed',
      visit: value,
      action: type,
      counterId,
      because: type === 'call' ? 'by-hand' : null,
    },
    ...noted(context, command, action.value),
  ];
  const calls = type === 'call' || type === 'recall';
  if (calls && value.state === 'called' && !value.training)
    facts.push(announce(context, value, value.counterId, type));
  return ok(facts);
};

/** What anybody of the staff may do, from the floor, to a visit that no counter holds. */
const FROM_THE_FLOOR: ReadonlySet<RequestedActionType> = new Set<RequestedActionType>([
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

/** What is never done without saying why. */
const WANTS_REASON: ReadonlySet<RequestedActionType> = new Set<RequestedActionType>([
  'cancel',
  'set-priority',
]);

function whyNot(context: CommandContext, command: Command, visit: Visit): Refusal | null {
  const { counterId, action, reason } = command;
  const { state, at } = context;
  const head = isHead(context.identity);
  if (counterId !== null) {
    const own = ownCounter(context, counterId);
    if (!own.ok) return own.refusal;
    if (own.value.now.training !== visit.training)
      return refusal('action-not-allowed', { action: action.type, state: visit.state });
  } else if (!head && !FROM_THE_FLOOR.has(action.type)) return refusal('counter-closed');

  const mine = mayAct(visit, { counterId, isHead: false });
  if (!mine && !head) return refusal('not-your-visit');
  if ((reason ?? '') === '' && wantsReason(command, visit, mine)) return refusal('reason-needed');

  switch (action.type) {
    case 'call': {
      const current = counterId === null ? null : currentVisit(context, counterId);
      if (current !== null) return refusal('finish-first', { number: current.ticket.number });
      if (counterId !== null && state.counters.get(counterId)?.state === 'paused')
        return refusal('counter-paused');
      if (visit.notBefore !== null && visit.notBefore > at)
        return refusal('action-not-allowed', { action: action.type, state: visit.state });
      return head || counterId === null || isServedAt(context, counterId, visit)
        ? null
        : refusal('not-your-visit');
    }
    case 'recall':
      if (visit.state !== 'called') return null;
      if (calledOftenEnough(visit, state.settings.site.missed))
        return refusal('called-often-enough');
      return isBeingSpoken(state.callsOf(visit.id).at(-1), state.voice(), at)
        ? refusal('call-being-spoken')
        : null;
    case 'mark-no-show':
      return visit.state !== 'called' || mayMarkMissed(state, visit, at)
        ? null
        : refusal('call-being-spoken');
    case 'transfer':
      return state.settings.queue(action.toQueueId) === null
        ? refusal('queue-not-found')
        : whyNotReserve(context, action.reservedFor, { ...visit, queueId: action.toQueueId });
    case 'add-service': {
      const queueId = state.settings.service(action.serviceId)?.queueId ?? null;
      const isFull = queueId !== null && state.left(queueId) === 0 && !visit.training;
      return isFull && (reason ?? '') === '' ? refusal('quota-reached') : null;
    }
    case 'reserve':
      return whyNotReserve(context, action.reservedFor, visit);
    case 'reinstate': {
      const { queueId } = visit;
      if (state.settings.queue(queueId) === null) return refusal('queue-not-found', { queueId });
      const late = visit.state === 'closed' && at >= graceEnds(visit, state.settings.site.missed);
      return late && (reason ?? '') === '' ? refusal('reason-needed') : null;
    }
    default:
      return null;
  }
}

function wantsReason({ action }: Command, visit: Visit, mine: boolean): boolean {
  const outOfTurn = action.type === 'call' && visit.state === 'waiting';
  return !mine || outOfTurn || WANTS_REASON.has(action.type);
}

/** Whether the visit's queue is one of the counter's and its clerk's; what was parked there stays theirs. */
function isServedAt({ state }: CommandContext, counterId: CounterId, visit: Visit): boolean {
  const counter = state.settings.counter(counterId);
  const now = state.counters.get(counterId);
  if (counter === null || now === undefined || now.state === 'closed') return false;
  if (visit.state === 'parked' && visit.counterId === counterId) return true;
  return queuesServed(counter, state.people.get(now.clerkId) ?? null).includes(visit.queueId);
}

/** A visit is kept only where it can be called: at an open counter whose clerk serves its queue there. */
function whyNotReserve(
  { state }: CommandContext,
  reservedFor: Reservation | null,
  visit: Pick<Visit, 'queueId' | 'quick' | 'party' | 'training'>,
): Refusal | null {
  if (reservedFor === null) return null;
  const { type } = reservedFor;
  const now = [...state.counters.values()].find((each) =>
    type === 'counter'
      ? each.counterId === reservedFor.counterId
      : each.state !== 'closed' && each.clerkId === reservedFor.clerkId,
  );
  if (type === 'counter' && state.settings.counter(reservedFor.counterId) === null)
    return refusal('counter-not-found');
  if (now === undefined || now.state === 'closed' || now.training !== visit.training)
    return refusal(type === 'counter' ? 'counter-closed' : 'clerk-not-at-counter');
  const counter = state.settings.counter(now.counterId);
  const clerk = state.people.get(now.clerkId) ?? null;
  return counter !== null && doesStep(counter, clerk, visit, visit.party)
    ? null
    : refusal('not-served-there');
}

function noted({ state }: CommandContext, { visitId, note }: Command, action: VisitAction): Fact[] {
  const before = state.care.get(visitId) ?? NO_CARE;
  const care = careAfter(before, action, note);
  if (care === before) return [];
  return [{ type: 'care-changed', visitId, care: isEmptyCare(care) ? null : care }];
}

function refusal(code: Refusal['code'], detail: Refusal['detail'] = {}): Refusal {
  return { code, detail };
}
