import { chooseNext, ok, refuse, transition, type Visit } from '@motcua/domain';
import type { Fact } from '@motcua/protocol';
import { announce } from './announce.ts';
import { currentVisit, ownCounter } from './counters.ts';
import type { UseCase } from './use-case.ts';

/** Calls whom the calling rule chooses; finishes nothing silently (house 4). */
export const callNext: UseCase<'call-next'> = (situation, { counterId, finishCurrent }) => {
  const own = ownCounter(situation, counterId);
  if (!own.ok) return own;
  const { counter, now, clerkId } = own.value;
  if (now.state === 'paused') return refuse('counter-paused');
  const { state, at } = situation;

  const facts: Fact[] = [];
  const current = currentVisit(situation, counterId);
  if (current !== null) {
    if (!finishCurrent || current.state !== 'serving')
      return refuse('finish-first', { number: current.ticket.number });
    const finished = transition(current, { type: 'finish' }, situation);
    if (!finished.ok) return finished;
    facts.push(changed(finished.value, 'finish'));
  }

  const { queueIds, ordered } = counter;
  const recentCalls = state.recentCalls(counterId);
  const caller = { counterId, clerkId, queueIds, ordered, recentCalls };
  const next = chooseNext(state.room.candidates(caller, at), caller, at, state.settings.site.rule);
  if (next === null) return refuse('nobody-waiting');
  const called = transition(next.visit, { type: 'call', counterId, clerkId }, situation);
  if (!called.ok) return called;

  facts.push({ ...changed(called.value, 'call'), because: next.because });
  facts.push(announce(situation, called.value, counterId, 'call'));
  return ok(facts);

  function changed(visit: Visit, action: 'finish' | 'call') {
    return { type: 'visit-changed', visit, action, counterId, because: null } as const;
  }
};
