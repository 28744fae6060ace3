import { appendFileSync } from 'node:fs';
import process from 'node:process';
import { expect } from 'vitest';

/** The file in which `npm run test:faults` sums up the results of the tests; one JSON object a line. */
export const TALLY_FILE = 'FAULTS_TALLY';

export interface Tally {
  /** Injected faults. */
  readonly injected: number;
  /** Numbers that were shown to a visitor. */
  readonly answered: number;
  /** Of these, those that the hub does not know afterwards. */
  readonly lost: number;
  /** Numbers that were shown, stored or printed twice. */
  readonly doubled: number;
}

/** Compares the numbers shown with those that the hub has afterwards. */
export function count(injected: number, shown: readonly string[], held: readonly string[]): Tally {
  const there = new Set(held);
  return {
    injected,
    answered: shown.length,
    lost: shown.filter((number) => !there.has(number)).length,
    doubled: held.length - there.size + (shown.length - new Set(shown).size),
  };
}

/** Adds to the sum, and expects that nothing was lost or doubled. */
export function addToTally(tally: Tally): void {
  const file = process.env[TALLY_FILE];
  if (file !== undefined) appendFileSync(file, `${JSON.stringify(tally)}\n`);
  expect(tally).toMatchObject({ lost: 0, doubled: 0 });
}
