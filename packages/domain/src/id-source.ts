import type { Instant } from './ids.ts';

const RANDOM_BYTES = 10;
/** Fetching randomness costs more than using it: it is fetched for many ids at once. */
const FETCHED_AT_ONCE = 256;

/**
 * Digits, and consonants that no Vietnamese input method (Telex, VNI, VIQR) joins with the letter before them: a
 * scanner types the code of a slip as a keyboard does. In ascending order.
 */
export const CODE_DIGITS = '0123456789bcghklmnpq';

/**
 * Gives ids for what hub and kiosk create. They grow with time, so that rows of one day lie together, and cannot be
 * guessed: 80 random bits, as the code on a slip is a key to its number. `fill` puts secret randomness into all bytes.
 */
export function createIdSource(fill: (bytes: Uint8Array) => void): (at: Instant) => string {
  const pool = new Uint8Array(RANDOM_BYTES * FETCHED_AT_ONCE);
  let used = pool.length;

  return (at) => {
    if (used === pool.length) {
      fill(pool);
      used = 0;
    }
    let id = timeOf(at);
    for (const end = used + RANDOM_BYTES; used < end; used += 1) id += HEX[pool[used] ?? 0] ?? '';
    return id;
  };
}

/** Ten places of twenty signs last until the year 2294. */
const TIME_PLACES = 10;

function timeOf(at: Instant): string {
  const signs: string[] = [];
  for (
    let rest: number = at;
    signs.length < TIME_PLACES;
    rest = Math.floor(rest / CODE_DIGITS.length)
  )
    signs.unshift(CODE_DIGITS[rest % CODE_DIGITS.length] ?? '');
  return signs.join('');
}

const sign = (nibble: number): string => CODE_DIGITS[nibble] ?? '';
const HEX = Array.from({ length: 256 }, (_, byte) => sign(byte >> 4) + sign(byte & 15));
