import { ok, refuse } from '@motcua/domain';
import type { Fact } from '@motcua/protocol';
import { withdrawCalls } from './announce.ts';
import { ownCounter } from './counters.ts';
import type { UseCase } from './use-case.ts';

/** How long a counter's last action can be taken back (house 4). */
export const UNDO_MS = 10_000;

/** Takes back the counter's last action, unless something has built on it. */
export const undo: UseCase<'undo'> = (situation, { counterId }) => {
  const own = ownCounter(situation, counterId);
  if (!own.ok) return own;
  const { state, at } = situation;
  const last = state.lastActions.get(counterId);
  if (last === undefined || at - last.at > UNDO_MS) return refuse('nothing-to-undo');
  if (last.before.some(({ id }) => state.changedAt(id) > last.lastSeq))
    return refuse('nothing-to-undo');

  const facts = last.before.toReversed().map((visit): Fact => {
    return { type: 'visit-changed', visit, action: 'undo', counterId, because: null };
  });
  return ok([...facts, ...withdrawCalls(situation, last.before, last.at)]);
};
