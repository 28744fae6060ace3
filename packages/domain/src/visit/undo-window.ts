import type { Instant } from '../ids.ts';

/** How long the last action of a counter, or of a person without one, can be undone. */
export const UNDO_MS = 10_000;

/** What is left of that time in ms, never more than all of it where clocks disagree; 0: it is over. */
export function undoLeftMs(actedAt: Instant, now: Instant): number {
  return Math.min(UNDO_MS, Math.max(0, actedAt + UNDO_MS - now));
}
