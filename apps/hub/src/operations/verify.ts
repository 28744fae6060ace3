import {
  damageOf,
  type Db,
  Journal,
  openDatabase,
  STATE_TABLES,
  stateRows,
  StateTables,
} from '@motcua/store';
import { hasCheckpoint, type Noted } from './journal-checkpoint.ts';
import { readToday } from '../engine/load-live-state.ts';

export interface Verification {
  readonly changes: number;
  /** How the rebuilt state differs from the stored one, in one line each. */
  readonly differences: readonly string[];
}

/** What was known of a journal before; a chain that was written anew from some row on is consistent in itself. */
export interface KnownBefore {
  /** The checkpoint beside the database. */
  readonly noted?: Noted | null;
  /** The hash of a change, as it was exported or printed; null: not checked. */
  readonly hash?: string | null;
}

/** Rebuilds the state from the journal in an empty database and compares it, row by row, with the stored one. */
export function verifyDatabase(
  db: Db,
  { noted = null, hash = null }: KnownBefore = {},
): Verification {
  const rebuilt = openDatabase(':memory:');
  try {
    const tables = new StateTables(rebuilt);
    const differences: string[] = [];
    let changes = 0;
    let forgotten = 0;
    rebuilt.transaction(() => {
      const journal = new Journal(db);
      for (const seq of journal.brokenLinks())
        differences.push(`journal: ${seq} is not what was written, or what was before it is not`);
      if (noted !== null && !hasCheckpoint(journal, noted))
        differences.push(`journal: ${noted.seq} was written here, and is gone or chained anew`);
      if (hash !== null && !journal.hasHash(hash))
        differences.push(`journal: no change has the code ${hash}`);
      for (const change of journal.each()) {
        if (change.type === 'visits-forgotten') forgotten = Math.max(forgotten, change.lastSeq);
        changes += 1;
        tables.write(change, change.seq);
      }
    })();
    if (new Journal(db).forgottenThrough() > forgotten)
      differences.push('journal: more was forgotten than it says');
    for (const table of STATE_TABLES) differences.push(...compare(table, db, rebuilt));
    differences.push(...whyNoStart(db));
    const damage = damageOf(db, 'whole');
    if (damage !== null) differences.push(`database file: ${damage.replaceAll('\n', ' ')}`);
    return { changes, differences };
  } finally {
    rebuilt.close();
  }
}

/** Data on which no hub starts are not intact, whatever their chain says. */
function whyNoStart(db: Db): readonly string[] {
  try {
    readToday(new Journal(db), new StateTables(db));
    return [];
  } catch (cause) {
    return [`no hub starts on it: ${cause instanceof Error ? cause.message : String(cause)}`];
  }
}

function compare(table: (typeof STATE_TABLES)[number], stored: Db, rebuilt: Db): string[] {
  const was = stateRows(stored, table);
  const should = stateRows(rebuilt, table);
  const found: string[] = [];
  for (const [key, body] of should) {
    const stands = was.get(key);
    if (stands === undefined) found.push(`${table} ${key}: is in the journal, not in the table`);
    else if (canonical(stands) !== canonical(body))
      found.push(`${table} ${key}: differs from the journal`);
  }
  for (const key of was.keys())
    if (!should.has(key)) found.push(`${table} ${key}: is in the table, not in the journal`);
  return found;
}

/** The same JSON however its keys are ordered. */
function canonical(body: string): string {
  return JSON.stringify(JSON.parse(body), (_key, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}
