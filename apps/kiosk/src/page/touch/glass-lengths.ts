/** The page's unit is this long on a glass of 15.6 inches, whatever its number of dots. */
const MM_PER_REM = 2.88;

/** Lengths of hands, in mm. */
export const MM = {
  /** A second tap of the same finger lands within this of the first. */
  near: 25,
  /** How far a trembling finger slides and still means its button. */
  tremble: 8,
  /** Whoever slides so far wants to see the next page. */
  swipe: 20,
} as const;

export function pxOf(mm: number): number {
  return (mm / MM_PER_REM) * Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
}
