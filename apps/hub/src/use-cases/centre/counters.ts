import {
  type Counter,
  type CounterId,
  type CounterState,
  type Instant,
  isUnattended,
  ok,
  type PersonId,
  refuse,
  type Result,
  UNATTENDED_AFTER_MS,
} from '@motcua/domain';
import type { Fact } from '@motcua/protocol';
import { changed, type CommandContext, type UseCase } from '../use-case.ts';

/** The counter, its state, and the clerk who asks. */
export interface AtCounter {
  readonly counter: Counter;
  readonly now: CounterState;
  readonly clerkId: PersonId;
}

export const openCounter: UseCase<'open-counter'> = (context, { counterId, training }) => {
  const found = findCounter(context, counterId);
  if (!found.ok) return found;
  const { now, clerkId } = found.value;
  const { state, at } = context;
  if (now.state !== 'closed' && !isUnattended(now)) {
    if (now.clerkId === clerkId) return ok([]);
    const clerk = state.people.get(now.clerkId)?.name ?? '';
    return refuse('counter-taken', { clerk });
  }
  for (const other of state.counters.values()) {
    if (other.state === 'closed' || other.clerkId !== clerkId) continue;
    if (other.counterId === counterId) continue;
    const number = state.settings.counter(other.counterId)?.number ?? '';
    return refuse('clerk-at-another-counter', { counter: String(number) });
  }
  const open = opened(counterId, { state: 'open', clerkId, since: at, training });
  // A clerk who takes over from a disconnected page has its visits; reservations for the former clerk end.
  const left = now.state === 'closed' || now.clerkId === clerkId ? null : now.clerkId;
  return ok(
    left === null ? [open] : [open, ...released(context, { ...found.value, clerkId: left })],
  );
};

/** An open counter without the page of its clerk counts as unattended until the page is back. */
export const noteAttendance: UseCase<'note-attendance'> = (
  { state, at },
  { counterId, attended },
) => {
  const now = state.counters.get(counterId);
  if (now?.state !== 'open' || isUnattended(now) !== attended) return ok([]);
  const { unattendedSince: _unattendedSince, ...open } = now;
  const unattendedSince = (at - UNATTENDED_AFTER_MS) as Instant;
  return ok([opened(counterId, attended ? open : { ...open, unattendedSince })]);
};

/**
 * Refuses with `finish-first` while a visitor is called or served here, who would be left standing. Visits that were
 * parked here or reserved for this counter or its clerk are open to all from now on.
 */
export const closeCounter: UseCase<'close-counter'> = (context, { counterId }) => {
  const found = ownCounter(context, counterId);
  if (!found.ok) return found;
  const current = currentVisit(context, counterId);
  if (current !== null) return refuse('finish-first', { number: current.ticket.number });
  return ok([opened(counterId, { state: 'closed' }), ...released(context, found.value)]);
};

export const pauseCounter: UseCase<'pause-counter'> = (context, { counterId, reason }) => {
  const found = ownCounter(context, counterId);
  if (!found.ok) return found;
  const { clerkId, now } = found.value;
  const { training } = now;
  return ok([opened(counterId, { state: 'paused', clerkId, since: context.at, reason, training })]);
};

export const resumeCounter: UseCase<'resume-counter'> = (context, { counterId }) => {
  const found = ownCounter(context, counterId);
  if (!found.ok) return found;
  const { clerkId, now } = found.value;
  if (now.state === 'open') return ok([]);
  const { training } = now;
  return ok([opened(counterId, { state: 'open', clerkId, since: context.at, training })]);
};

/** A counter with a clerk. */
export type InUse = Exclude<CounterState, { readonly state: 'closed' }>;

/** The counter if the asking clerk sits there; refuses with `counter-closed` or `counter-taken`. */
export function ownCounter(
  context: CommandContext,
  counterId: CounterId,
): Result<AtCounter & { readonly now: InUse }> {
  const found = findCounter(context, counterId);
  if (!found.ok) return found;
  const { counter, now, clerkId } = found.value;
  if (now.state === 'closed') return refuse('counter-closed');
  if (now.clerkId !== clerkId) {
    return refuse('counter-taken', { clerk: context.state.people.get(now.clerkId)?.name ?? '' });
  }
  return ok({ counter, now, clerkId });
}

type WithoutId<State> = State extends unknown ? Omit<State, 'counterId'> : never;

function opened(counterId: CounterId, now: WithoutId<CounterState>): Fact {
  return { type: 'counter-changed', counter: { counterId, ...now }, undone: false };
}

function released(context: CommandContext, { counter, clerkId }: AtCounter): readonly Fact[] {
  const { state } = context;
  const kept = state
    .reserved()
    .filter(({ reservedFor }) =>
      reservedFor?.type === 'counter'
        ? reservedFor.counterId === counter.id
        : reservedFor?.clerkId === clerkId,
    );
  const parked = state.at(counter.id).filter((visit) => visit.state === 'parked' && !visit.shared);
  return [
    ...kept.map((visit) => ({ visit, action: { type: 'reserve', reservedFor: null } as const })),
    ...parked.map((visit) => ({ visit, action: { type: 'park', shared: true } as const })),
  ].flatMap(({ visit, action }) => changed(context, visit, action, counter.id));
}

/** The visit that is called or served at the counter; parked visitors do not stand there. */
export function currentVisit({ state }: Pick<CommandContext, 'state'>, counterId: CounterId) {
  return (
    state.at(counterId).find((visit) => visit.state === 'called' || visit.state === 'serving') ??
    null
  );
}

function findCounter({ state, identity }: CommandContext, counterId: CounterId): Result<AtCounter> {
  const counter = state.settings.counter(counterId);
  if (counter === null) return refuse('counter-not-found', { counterId });
  if (identity.personId === null) return refuse('sign-in-first');
  const now = state.counters.get(counterId) ?? { counterId, state: 'closed' };
  return ok({ counter, now, clerkId: identity.personId });
}
