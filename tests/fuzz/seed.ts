import { createSeededRandom, type SeededRandom } from '@motcua/testing';
import { FUZZ_SEED } from '../fixed-seed.ts';

/** Dice of their own for each part of a test, so that one part does not change what another throws. */
export function seededFor(part: string): SeededRandom {
  let seed = FUZZ_SEED;
  for (const letter of part) seed = (Math.imul(seed, 31) + (letter.codePointAt(0) ?? 0)) >>> 0;
  return createSeededRandom(seed);
}

/** Says how to throw the same dice again. */
export function tellSeed(what: string): void {
  console.log(`${what}: FUZZ_SEED=${FUZZ_SEED}`);
}
