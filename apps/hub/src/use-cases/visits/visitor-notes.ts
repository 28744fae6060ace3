import { areNotesEmpty, ok, refuse } from '@motcua/domain';
import type { UseCase } from '../use-case.ts';

/** Staff note what helps a visitor; empty notes are deleted. */
export const setVisitorNotes: UseCase<'set-care'> = ({ state }, { visitId, care }) => {
  const visit = state.visits.get(visitId);
  if (visit === undefined) return refuse('visit-not-found', { visitId });
  const { priorityGroupId } = care;
  if (priorityGroupId !== null && state.settings.priorityGroup(priorityGroupId) === null)
    return refuse('setting-not-found', { kind: 'priority-group', id: priorityGroupId });
  return ok([{ type: 'care-changed', visitId, care: areNotesEmpty(care) ? null : care }]);
};
