import {
  callRefusal,
  notesAfter,
  type CounterId,
  areNotesEmpty,
  reserveRefusal,
  mayActOn,
  mayRecordResult,
  needsReason,
  NO_VISITOR_NOTES,
  ok,
  refuse,
  type Reservation,
  type Result,
  transition,
  type Visit,
  type VisitAction,
  type VisitActor,
  USUAL_RESULT_RULE,
} from '@motcua/domain';
import type { Fact } from '@motcua/protocol';
import { isHead } from '../../identity/rights.ts';
import { announce } from './announce.ts';
import { completeAction } from '../complete-action.ts';
import { currentVisit, ownCounter } from '../centre/counters.ts';
import { permissionContext } from './missed.ts';
import { type CommandContext, type UseCase, visitChanged } from '../use-case.ts';

type Command = Parameters<UseCase<'act-on-visit'>>[1];

/** One action on one visit, by the counter that holds it, by staff on the floor, or by a head with a reason. */
export const actOnVisit: UseCase<'act-on-visit'> = (context, command) => {
  const { visitId, counterId } = command;
  const visit = context.state.visits.get(visitId);
  if (visit === undefined) return refuse('visit-not-found', { visitId });
  const may = permission(context, command, visit);
  if (!may.ok) return may;

  const action = completeAction(context, command, visit);
  if (!action.ok) return action;
  const after = transition(visit, action.value, context);
  if (!after.ok) return after;

  const { value } = after;
  const { type } = action.value;
  const facts: Fact[] = [
    visitChanged(value, type, { counterId, because: type === 'call' ? 'by-hand' : null }),
    ...noted(context, command, action.value),
  ];
  const calls = type === 'call' || type === 'recall';
  if (calls && value.state === 'called' && !value.training)
    facts.push(announce(context, value, value.counterId, type));
  return ok(facts);
};

/** Whether this person may do that now; with a reason where one is needed. */
function permission(context: CommandContext, command: Command, visit: Visit): Result<null> {
  const { counterId, action } = command;
  const { state, at } = context;
  const acting = actorOf(context, counterId);
  if (!acting.ok) return acting;
  const may = mayActOn(visit, action.type, acting.value, permissionContext(context));
  if (!may.ok) return may;
  const { missed } = state.settings.site;
  const hasReason = (command.reason ?? '') !== '';
  if (!hasReason && needsReason(visit, action.type, acting.value, { at, missed }))
    return refuse('reason-needed');

  switch (action.type) {
    case 'call': {
      if (counterId === null) return ok(null);
      const current = currentVisit(context, counterId);
      const no = callRefusal(state.counters.get(counterId) ?? { state: 'closed' }, current);
      return no === null ? ok(null) : refuse(no, { number: current?.ticket.number ?? '' });
    }
    case 'transfer':
      return state.settings.queue(action.toQueueId) === null
        ? refuse('queue-not-found')
        : mayReserve(context, action.reservedFor, { ...visit, queueId: action.toQueueId });
    case 'reserve':
      return mayReserve(context, action.reservedFor, visit);
    case 'reinstate': {
      const { queueId } = visit;
      return state.settings.queue(queueId) === null
        ? refuse('queue-not-found', { queueId })
        : ok(null);
    }
    case 'set-result':
      return (state.settings.site.results ?? USUAL_RESULT_RULE) === 'off'
        ? refuse('action-not-allowed', { action: action.type, state: visit.state })
        : mayRecordResult(visit, action.step, acting.value);
    default:
      return ok(null);
  }
}

function actorOf(context: CommandContext, counterId: CounterId | null): Result<VisitActor> {
  const head = isHead(context.identity);
  if (counterId === null) return ok({ isHead: head, counter: null });
  const own = ownCounter(context, counterId);
  if (!own.ok) return own;
  const { counter, now, clerkId } = own.value;
  const clerk = context.state.people.get(clerkId) ?? null;
  return ok({ isHead: head, counter: { ...counter, training: now.training, clerk } });
}

/** A visit is reserved only where it can be called: at an open counter whose clerk serves its queue there. */
function mayReserve(
  { state }: CommandContext,
  reservedFor: Reservation | null,
  visit: Pick<Visit, 'queueId' | 'quick' | 'party' | 'training'>,
): Result<null> {
  if (reservedFor === null) return ok(null);
  const counterId =
    reservedFor.type === 'counter'
      ? reservedFor.counterId
      : [...state.counters.values()].find(
          (each) => each.state !== 'closed' && each.clerkId === reservedFor.clerkId,
        )?.counterId;
  if (counterId === undefined) return refuse('clerk-not-at-counter');
  const counter = state.settings.counter(counterId);
  if (counter === null)
    return refuse(reservedFor.type === 'counter' ? 'counter-not-found' : 'not-served-there');
  const now = state.counters.get(counterId);
  const clerk =
    now === undefined || now.state === 'closed' ? null : (state.people.get(now.clerkId) ?? null);
  const no = reserveRefusal(visit, counter, now, clerk);
  if (no === null) return ok(null);
  const isGone = no === 'counter-closed' && reservedFor.type === 'clerk';
  return refuse(isGone ? 'clerk-not-at-counter' : no);
}

function noted({ state }: CommandContext, { visitId, note }: Command, action: VisitAction): Fact[] {
  const before = state.care.get(visitId) ?? NO_VISITOR_NOTES;
  const care = notesAfter(before, action, note);
  if (care === before) return [];
  return [{ type: 'care-changed', visitId, care: areNotesEmpty(care) ? null : care }];
}
