import type { PriorityGroupId, VisitId } from '../ids.ts';
import type { VisitAction } from './visit-action.ts';

/** What staff should know before they call: `deaf` asks to be waved at, `interpreter` for an ethnic language. */
export const NEEDS = ['deaf', 'blind', 'wheelchair', 'interpreter'] as const;
export type Need = (typeof NEEDS)[number];

/** What helps to serve a visitor well. Staff alone see it, and at the end of the day it is forgotten. */
export interface Care {
  readonly needs: readonly Need[];
  /** Why the visitor is asked forward; null: not, or not said. */
  readonly priorityGroupId: PriorityGroupId | null;
  /** From one counter to the next; '' for none. */
  readonly note: string;
}

export const NO_CARE: Care = { needs: [], priorityGroupId: null, note: '' };

export interface VisitCare {
  readonly visitId: VisitId;
  readonly care: Care;
}

/**
 * What is known of a visitor after an action: a note goes on to whoever calls next, and of somebody who is not asked
 * forward any more nobody need know why they were. The same care when nothing changes.
 */
export function careAfter(care: Care, action: VisitAction | null, note: string | null): Care {
  const isTaken = action?.type === 'set-priority' && action.priority === 'normal';
  const priorityGroupId = isTaken ? null : care.priorityGroupId;
  return (note === null || note === care.note) && priorityGroupId === care.priorityGroupId
    ? care
    : { ...care, priorityGroupId, note: note ?? care.note };
}

/** All that is left of a day's care at night: how many were asked forward for what, never who. */
export function countGroups(cares: Iterable<Care>): Readonly<Record<PriorityGroupId, number>> {
  const counts: Record<PriorityGroupId, number> = {};
  for (const { priorityGroupId } of cares)
    if (priorityGroupId !== null) counts[priorityGroupId] = (counts[priorityGroupId] ?? 0) + 1;
  return counts;
}

/** Whether nothing is said, so that nothing need be kept. */
export function isEmptyCare({ needs, priorityGroupId, note }: Care): boolean {
  return needs.length === 0 && priorityGroupId === null && note === '';
}
