import {
  counterOf,
  graceEnds,
  type Instant,
  ok,
  type Refusal,
  refuse,
  type Result,
  transition,
  type Visit,
  type VisitAction,
} from '@motcua/domain';
import { STEP_OUTS, type StepOut, type TicketQuestion, type TicketView } from '@motcua/protocol';
import { type CommandContext, type UseCase, visitChanged } from '../use-case.ts';

type Seen = Pick<CommandContext, 'state' | 'at'>;

/** A visitor with a slip steps out for some minutes, is back, or has missed the call. */
export const stepOut: UseCase<'step-out'> = (context, { visitId, wish }) => {
  const { state, identity } = context;
  const kiosk = identity.deviceId === null ? undefined : state.devices.get(identity.deviceId);
  if (kiosk?.locked === true) return refuse('kiosk-locked');
  const visit = state.visits.get(visitId);
  // A kiosk in practice knows only what was given for practice, and the others know nothing of it.
  if (visit === undefined || visit.training !== (kiosk?.training ?? false))
    return refuse('slip-not-found');
  const no = whyNotStepOut(context, visit, wish);
  if (no !== null) return { ok: false, refusal: no };
  const action = actionOf(context, visit, wish);
  const after = transition(visit, action, context);
  if (!after.ok) return after;
  return ok([visitChanged(after.value, action.type)]);
};

/** What the holder of the slip may see, or a reader of its number; refuses what was not given today. */
export function ticketView(seen: Seen, question: TicketQuestion): Result<TicketView> {
  const { state, at } = seen;
  const visit = visitOf(state, question);
  if (visit === null)
    return question.type === 'slip'
      ? refuse('slip-not-found')
      : refuse('ticket-not-found', { number: question.number });
  // A number is shown on every display: typing it proves nothing.
  const holds = question.type === 'slip';
  const counterId = counterOf(visit);
  const { rule } = state.settings.site;
  return ok({
    number: visit.ticket.number,
    serviceId: holds ? visit.serviceId : null,
    next: holds ? visit.next.map(({ serviceId }) => serviceId) : [],
    state: visit.state,
    peopleAhead: visit.state === 'waiting' ? state.room.peopleAhead(visit, at, rule) : 0,
    counterNumber: counterId === null ? null : (state.settings.counter(counterId)?.number ?? null),
    heldUntil: visit.notBefore !== null && visit.notBefore > at ? visit.notBefore : null,
    may: holds ? STEP_OUTS.filter((wish) => whyNotStepOut(seen, visit, wish) === null) : [],
  });
}

/** From when the place of a visitor counts who comes back after a missed call: behind as many as the rule says. */
export function placeOnReturn({ state, at }: Seen, visit: Visit): Instant {
  const { missed, rule } = state.settings.site;
  return state.room.placeBehind(visit, missed.behind, at, rule);
}

function visitOf(state: Seen['state'], question: TicketQuestion): Visit | null {
  return question.type === 'ticket'
    ? state.byNumber(question.number)
    : (state.visits.get(question.visitId) ?? null);
}

function whyNotStepOut({ state, at }: Seen, visit: Visit, wish: StepOut): Refusal | null {
  const { missed, holdMinutes } = state.settings.site;
  const not: Refusal = { code: 'action-not-allowed', detail: { action: wish, state: visit.state } };
  switch (wish) {
    case 'hold':
      if (visit.state !== 'waiting' || holdMinutes === 0 || visit.notBefore !== null) return not;
      return visit.held ? { code: 'hold-used', detail: {} } : null;
    case 'return':
      return visit.state === 'waiting' && visit.notBefore !== null && visit.notBefore > at
        ? null
        : not;
    case 'rejoin':
      if (visit.state !== 'closed' || (visit.outcome !== 'no-show' && visit.outcome !== 'left'))
        return not;
      if (state.settings.queue(visit.queueId) === null)
        return { code: 'queue-not-found', detail: { queueId: visit.queueId } };
      return at < graceEnds(visit, missed) ? null : { code: 'grace-over', detail: {} };
  }
}

function actionOf(context: CommandContext, visit: Visit, wish: StepOut): VisitAction {
  const { state, at } = context;
  switch (wish) {
    case 'hold':
      return { type: 'hold', until: (at + state.settings.site.holdMinutes * 60_000) as Instant };
    case 'return':
      return { type: 'return' };
    case 'rejoin':
      return { type: 'reinstate', placedAt: placeOnReturn(context, visit) };
  }
}
