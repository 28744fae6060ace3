import {
  mayAct,
  ok,
  refuse,
  type Refusal,
  transition,
  type Visit,
  type VisitAction,
} from '@motcua/domain';
import type { Fact } from '@motcua/protocol';
import { isHead } from '../rights.ts';
import { announce } from './announce.ts';
import { currentVisit, ownCounter } from './counters.ts';
import type { Situation, UseCase } from './use-case.ts';

type Command = Parameters<UseCase<'act-on-visit'>>[1];

/** One action on one visit, by the counter that holds it or by a head with a reason. */
export const actOnVisit: UseCase<'act-on-visit'> = (situation, command) => {
  const { visitId, counterId } = command;
  const visit = situation.state.visits.get(visitId);
  if (visit === undefined) return refuse('visit-not-found', { visitId });
  const no = whyNot(situation, command, visit);
  if (no !== null) return { ok: false, refusal: no };

  const action = completed(situation, command);
  if (action === null) return refuse('counter-closed');
  const after = transition(visit, action, situation);
  if (!after.ok) return after;

  const facts: Fact[] = [
    {
      type: 'visit-changed',
      visit: after.value,
      action: action.type,
      counterId,
      because: action.type === 'call' ? 'by-hand' : null,
    },
  ];
  const { value } = after;
  if (value.state === 'called')
    facts.push(
      announce(situation, value, value.counterId, action.type === 'recall' ? 'recall' : 'call'),
    );
  return ok(facts);
};

function whyNot(
  situation: Situation,
  { counterId, action, reason }: Command,
  visit: Visit,
): Refusal | null {
  const head = isHead(situation.identity);
  if (counterId !== null) {
    const own = ownCounter(situation, counterId);
    if (!own.ok) return own.refusal;
  } else if (!head) return refusal('counter-closed');

  const mine = mayAct(visit, { counterId, isHead: false });
  if (!mine && !head) return refusal('not-your-visit');
  const given = (reason ?? '') !== '';
  if (!mine && !given) return refusal('reason-needed');
  if (!given && (action.type === 'cancel' || (action.type === 'call' && visit.state === 'waiting')))
    return refusal('reason-needed');

  if (action.type === 'call' && counterId !== null) {
    const current = currentVisit(situation, counterId);
    if (current !== null) return refusal('finish-first', { number: current.ticket.number });
    if (situation.state.counters.get(counterId)?.state === 'paused')
      return refusal('counter-paused');
  }
  return action.type === 'transfer' ? whyNotTransfer(situation, action) : null;
}

function whyNotTransfer(
  { state }: Situation,
  { toQueueId, toCounterId }: Extract<VisitAction, { type: 'transfer' }>,
): Refusal | null {
  if (state.settings.queue(toQueueId) === null) return refusal('queue-not-found');
  if (toCounterId === null) return null;
  const counter = state.settings.counter(toCounterId);
  return counter?.queueIds.includes(toQueueId) === true ? null : refusal('counter-not-found');
}

/** Fills in who calls; null when a call comes from nobody's counter. */
function completed({ identity }: Situation, { action, counterId }: Command): VisitAction | null {
  if (action.type !== 'call') return action;
  return counterId === null || identity.personId === null
    ? null
    : { type: 'call', counterId, clerkId: identity.personId };
}

function refusal(code: Refusal['code'], detail: Refusal['detail'] = {}): Refusal {
  return { code, detail };
}
