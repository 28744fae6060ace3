import type { PriorityGroupId, VisitId } from './ids.ts';

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

/** Whether nothing is said, so that nothing need be kept. */
export function isEmptyCare({ needs, priorityGroupId, note }: Care): boolean {
  return needs.length === 0 && priorityGroupId === null && note === '';
}
