import { createSeededRandom, type SeededRandom } from '@motcua/testing';
import { FUZZ_SEED } from '../fixed-seed.ts';

/** A separate random sequence for each part of a test, so that changes of one part do not affect another. */
export function seededFor(part: string): SeededRandom {
  let seed = FUZZ_SEED;
  for (const letter of part) seed = (Math.imul(seed, 31) + (letter.codePointAt(0) ?? 0)) >>> 0;
  return createSeededRandom(seed);
}

/** Prints how to repeat the run. */
export function printSeed(what: string): void {
  console.log(`${what}: FUZZ_SEED=${FUZZ_SEED}`);
}
