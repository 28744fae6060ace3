import process from 'node:process';
import { createSeededRandom, type SeededRandom } from '@motcua/testing';

/** The same dice every time, unless `FUZZ_SEED` says otherwise. */
export const FUZZ_SEED = Number(process.env['FUZZ_SEED'] ?? 20_261_123);

/** Dice of their own for each part of a test, so that one part does not change what another throws. */
export function diceFor(part: string): SeededRandom {
  let seed = FUZZ_SEED;
  for (const letter of part) seed = (Math.imul(seed, 31) + (letter.codePointAt(0) ?? 0)) >>> 0;
  return createSeededRandom(seed);
}

/** Says how to throw the same dice again. */
export function tellSeed(what: string): void {
  console.log(`${what}: FUZZ_SEED=${FUZZ_SEED}`);
}
