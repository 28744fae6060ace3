import type { Instant } from './ids.ts';

const RANDOM_BYTES = 10;
/** Asking for randomness costs more than using it: it is fetched for many ids at once. */
const FETCHED_AT_ONCE = 256;

/**
 * Gives ids for what hub and kiosk make. They grow with time, so that rows of one day lie together, and cannot be
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
    let id = at.toString(36).padStart(9, '0');
    for (const end = used + RANDOM_BYTES; used < end; used += 1) id += HEX[pool[used] ?? 0] ?? '';
    return id;
  };
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
