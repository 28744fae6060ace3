import { ok, refuse, undoLeftMs } from '@motcua/domain';
import type { Fact } from '@motcua/protocol';
import { undoCalls } from './announce.ts';
import { type UseCase, visitChanged } from '../use-case.ts';

/** Undoes the last action of a counter, or of a person without one, for the person who did it, unless a later action depends on it. */
export const undo: UseCase<'undo'> = (context, { counterId }) => {
  const { state, at, identity } = context;
  const last = state.lastActions.of(counterId, identity.personId);
  if (last === null || last.personId !== identity.personId || undoLeftMs(last.at, at) === 0)
    return refuse('nothing-to-undo');
  if (last.visits.some(({ id }) => state.changedAt(id) > last.lastSeq))
    return refuse('nothing-to-undo');
  if (last.visits.some(({ queueId }) => state.settings.queue(queueId) === null))
    return refuse('nothing-to-undo');
  if (counterId !== null) {
    const now = state.counters.get(counterId);
    if (last.counter === null && (now?.state ?? 'closed') === 'closed')
      return refuse('counter-closed');
    if (last.counter !== null && state.counterChangedAt(counterId) > last.lastSeq)
      return refuse('nothing-to-undo');
  }

  const facts: Fact[] = [
    ...(last.counter === null
      ? []
      : [{ type: 'counter-changed', counter: last.counter, undone: true } as const]),
    ...last.visits.toReversed().map((visit) => visitChanged(visit, 'undo', { counterId })),
    ...last.care.map((care): Fact => ({ type: 'care-changed', ...care })),
  ];
  return ok([...facts, ...last.visits.flatMap((visit) => undoCalls(context, visit))]);
};
