import { appendFileSync } from 'node:fs';
import process from 'node:process';
import { expect } from 'vitest';

/** Where `npm run test:faults` adds up what the tests tell; one JSON object a line. */
export const TALLY_FILE = 'FAULTS_TALLY';

export interface Tally {
  /** Faults that were brought about. */
  readonly injected: number;
  /** Numbers that somebody was told. */
  readonly answered: number;
  /** Of these, those that the hub does not know afterwards. */
  readonly lost: number;
  /** Numbers that two were told, two hold or two slips say. */
  readonly doubled: number;
}

/** Counts the numbers told against those that the hub holds afterwards. */
export function count(injected: number, told: readonly string[], held: readonly string[]): Tally {
  const there = new Set(held);
  return {
    injected,
    answered: told.length,
    lost: told.filter((number) => !there.has(number)).length,
    doubled: held.length - there.size + (told.length - new Set(told).size),
  };
}

/** Adds to the sum, and expects that nothing was lost or doubled. */
export function tell(tally: Tally): void {
  const file = process.env[TALLY_FILE];
  if (file !== undefined) appendFileSync(file, `${JSON.stringify(tally)}\n`);
  expect(tally).toMatchObject({ lost: 0, doubled: 0 });
}
