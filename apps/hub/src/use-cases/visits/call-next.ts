import {
  type Caller,
  calledOftenEnough,
  chooseNext,
  type Counter,
  mayMarkNoShow,
  ok,
  refuse,
  toCaller,
  transition,
  type Visit,
  type VisitAction,
} from '@motcua/domain';
import type { Fact } from '@motcua/protocol';
import type { LiveState } from '../../engine/live-state.ts';
import { announce } from './announce.ts';
import { finishing } from '../complete-action.ts';
import { currentVisit, type InUse, ownCounter } from '../centre/counters.ts';
import { permissionContext } from './missed.ts';
import { type UseCase, visitChanged } from '../use-case.ts';

/** Calls the visit that the calling rule chooses; finishes no service silently. */
export const callNext: UseCase<'call-next'> = (context, { counterId, finishCurrent }) => {
  const own = ownCounter(context, counterId);
  if (!own.ok) return own;
  const { now, clerkId } = own.value;
  if (now.state === 'paused') return refuse('counter-paused');
  const { state, at } = context;

  const facts: Fact[] = [];
  const current = currentVisit(context, counterId);
  if (current !== null) {
    const action = finishCurrent ? ending(current) : null;
    if (action === null) return refuse('finish-first', { number: current.ticket.number });
    if (action.type === 'mark-no-show' && !mayMarkNoShow(current, permissionContext(context)))
      return refuse('call-being-spoken');
    const ended = transition(current, action, context);
    if (!ended.ok) return ended;
    facts.push(visitChanged(ended.value, action.type, { counterId }));
  }

  const caller = callerAt(state, own.value.counter, now);
  const { rule } = state.settings.site;
  const next = chooseNext(state.room.candidates(caller, at, rule), caller, at, rule);
  if (next === null) return refuse('nobody-waiting');
  const called = transition(next.visit, { type: 'call', counterId, clerkId }, context);
  if (!called.ok) return called;

  facts.push(visitChanged(called.value, 'call', { counterId, because: next.because }));
  if (!called.value.training) facts.push(announce(context, called.value, counterId, 'call'));
  return ok(facts);

  /** The served visit is finished; a called one is marked missed when it was called often enough and did not come. */
  function ending(visit: Visit): VisitAction | null {
    if (visit.state === 'serving') return finishing(context, counterId, visit);
    return calledOftenEnough(visit, state.settings.site.missed) ? { type: 'mark-no-show' } : null;
  }
};

/** The counter as the calling rule sees it. */
export function callerAt(state: LiveState, counter: Counter, now: InUse): Caller {
  return toCaller(counter, now, state.people.get(now.clerkId) ?? null, state.calls.at(counter.id));
}
