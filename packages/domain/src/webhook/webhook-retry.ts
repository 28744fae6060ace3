/** So often a delivery is tried before it is given up; someone may send it again by hand. */
export const MAX_DELIVERY_ATTEMPTS = 12;
const FIRST_DELAY_MS = 10_000;
const MAX_DELAY_MS = 4 * 3_600_000;

/**
 * How long to wait after that many failed attempts: doubled each time, with full jitter, so that receivers that come back
 * are not asked by all at once. `random` is at least 0 and below 1. Null: no more attempts.
 */
export function retryDelayMs(attempts: number, random: number): number | null {
  if (attempts >= MAX_DELIVERY_ATTEMPTS) return null;
  const most = Math.min(MAX_DELAY_MS, FIRST_DELAY_MS * 2 ** (attempts - 1));
  return Math.round(most * random);
}
