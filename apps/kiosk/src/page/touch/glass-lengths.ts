/** The length of 1rem on a screen of 15.6 inches, whatever its resolution. */
const MM_PER_REM = 2.88;

/** Lengths of finger movements, in mm. */
export const MM = {
  /** A double tap of the same finger lands within this distance. */
  near: 25,
  /** How far a trembling finger may slide on its button. */
  tremble: 8,
  /** A slide of this length turns the page. */
  swipe: 20,
} as const;

export function pxOf(mm: number): number {
  return (mm / MM_PER_REM) * Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
}
