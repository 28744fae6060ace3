import {
  type Counter,
  type CounterId,
  type CounterState,
  ok,
  type PersonId,
  refuse,
  type Result,
} from '@motcua/domain';
import type { Situation, UseCase } from './use-case.ts';

/** The counter, its state, and the clerk who asks. */
interface AtCounter {
  readonly counter: Counter;
  readonly now: CounterState;
  readonly clerkId: PersonId;
}

export const openCounter: UseCase<'open-counter'> = (situation, { counterId }) => {
  const found = findCounter(situation, counterId);
  if (!found.ok) return found;
  const { now, clerkId } = found.value;
  const { state, at } = situation;
  if (now.state !== 'closed') {
    if (now.clerkId === clerkId) return ok([]);
    const clerk = state.people.get(now.clerkId)?.name ?? '';
    return refuse('counter-taken', { clerk });
  }
  for (const other of state.counters.values()) {
    if (other.state === 'closed' || other.clerkId !== clerkId) continue;
    const number = state.settings.counter(other.counterId)?.number ?? '';
    return refuse('clerk-at-another-counter', { counter: String(number) });
  }
  return ok([
    { type: 'counter-changed', counter: { counterId, state: 'open', clerkId, since: at } },
  ]);
};

/** Refuses with `finish-first` while somebody is called or served here: nobody is left standing. */
export const closeCounter: UseCase<'close-counter'> = (situation, { counterId }) => {
  const found = ownCounter(situation, counterId);
  if (!found.ok) return found;
  const current = currentVisit(situation, counterId);
  if (current !== null) return refuse('finish-first', { number: current.ticket.number });
  return ok([{ type: 'counter-changed', counter: { counterId, state: 'closed' } }]);
};

export const pauseCounter: UseCase<'pause-counter'> = (situation, { counterId, reason }) => {
  const found = ownCounter(situation, counterId);
  if (!found.ok) return found;
  const { clerkId } = found.value;
  return ok([
    {
      type: 'counter-changed',
      counter: { counterId, state: 'paused', clerkId, since: situation.at, reason },
    },
  ]);
};

export const resumeCounter: UseCase<'resume-counter'> = (situation, { counterId }) => {
  const found = ownCounter(situation, counterId);
  if (!found.ok) return found;
  const { clerkId, now } = found.value;
  if (now.state === 'open') return ok([]);
  return ok([
    {
      type: 'counter-changed',
      counter: { counterId, state: 'open', clerkId, since: situation.at },
    },
  ]);
};

/** The counter if the asking clerk sits there; refuses with `counter-closed` or `counter-taken`. */
export function ownCounter(situation: Situation, counterId: CounterId): Result<AtCounter> {
  const found = findCounter(situation, counterId);
  if (!found.ok) return found;
  const { now, clerkId } = found.value;
  if (now.state === 'closed') return refuse('counter-closed');
  if (now.clerkId !== clerkId) {
    return refuse('counter-taken', { clerk: situation.state.people.get(now.clerkId)?.name ?? '' });
  }
  return found;
}

/** Who is called or served at the counter; parked visits do not stand there. */
export function currentVisit({ state }: Situation, counterId: CounterId) {
  return (
    state.at(counterId).find((visit) => visit.state === 'called' || visit.state === 'serving') ??
    null
  );
}

function findCounter({ state, identity }: Situation, counterId: CounterId): Result<AtCounter> {
  const counter = state.settings.counter(counterId);
  if (counter === null) return refuse('counter-not-found', { counterId });
  if (identity.personId === null) return refuse('sign-in-first');
  const now = state.counters.get(counterId) ?? { counterId, state: 'closed' };
  return ok({ counter, now, clerkId: identity.personId });
}
