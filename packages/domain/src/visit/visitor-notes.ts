import type { PriorityGroupId, VisitId } from '../ids.ts';
import type { VisitAction } from './visit-action.ts';

/** What staff should know before they call: `deaf` needs a hand signal, `interpreter` for an ethnic language. */
export const NEEDS = ['deaf', 'blind', 'wheelchair', 'interpreter'] as const;
export type Need = (typeof NEEDS)[number];

/** What helps to serve a visitor well. Only staff see it, and it is deleted at the end of the day. */
export interface VisitorNotes {
  readonly needs: readonly Need[];
  /** Why the visitor has priority; null: none, or not given. */
  readonly priorityGroupId: PriorityGroupId | null;
  /** From one counter to the next; '' for none. */
  readonly note: string;
}

export const NO_VISITOR_NOTES: VisitorNotes = { needs: [], priorityGroupId: null, note: '' };

export interface NotesOfVisit {
  readonly visitId: VisitId;
  readonly care: VisitorNotes;
}

/**
 * The notes after an action: a note stays for the next call, and the reason for priority goes when priority does. The
 * same object when nothing changes.
 */
export function notesAfter(
  care: VisitorNotes,
  action: VisitAction | null,
  note: string | null,
): VisitorNotes {
  const isTaken = action?.type === 'set-priority' && action.priority === 'normal';
  const priorityGroupId = isTaken ? null : care.priorityGroupId;
  return (note === null || note === care.note) && priorityGroupId === care.priorityGroupId
    ? care
    : { ...care, priorityGroupId, note: note ?? care.note };
}

/** All that is kept of a day's notes: how many had priority for which reason, never who. */
export function countGroups(
  allNotes: Iterable<VisitorNotes>,
): Readonly<Record<PriorityGroupId, number>> {
  const counts: Record<PriorityGroupId, number> = {};
  for (const { priorityGroupId } of allNotes)
    if (priorityGroupId !== null) counts[priorityGroupId] = (counts[priorityGroupId] ?? 0) + 1;
  return counts;
}

/** Whether all are empty, so that nothing need be kept. */
export function areNotesEmpty({ needs, priorityGroupId, note }: VisitorNotes): boolean {
  return needs.length === 0 && priorityGroupId === null && note === '';
}
