import Database from 'better-sqlite3';
import { damageOf, type Db, leaveWal } from '../database/database.ts';

/** So many pages are copied before other work is done: well under a millisecond. */
const PAGES_AT_ONCE = 64;

export type Pace = 'between-other-work' | 'at-once';

/** Tables whose rows give access for a while; they stay where they were made. */
const SESSION_TABLES = ['session', 'sign_in_link'] as const;

/** Every page in one step: another connection gets a snapshot, and does not begin again when the hub writes. */
const ALL_PAGES = 0x7f_ff_ff_ff;

/**
 * Copies a database in use into `file`, in steps or at once. SQLite's own online backup: what `source` itself
 * writes meanwhile gets into the copy, so it never begins again, and unlike VACUUM INTO it never holds the hub up.
 * Rejects when the file cannot be written, and when `isStopped` says so.
 */
export async function copyDatabase(
  source: Db,
  file: string,
  isStopped: () => boolean = () => false,
  pace: Pace = 'between-other-work',
): Promise<void> {
  await source.backup(file, {
    progress: () => {
      if (isStopped()) throw new Error('The copy was stopped.');
      return pace === 'at-once' ? ALL_PAGES : PAGES_AT_ONCE;
    },
  });
}

/**
 * Makes a copy safe to store: it opens no session, holds nothing confidential (which must not outlive midnight), and
 * is one file whose free pages are empty. Throws when the copy is damaged.
 */
export function stripCopy(file: string, keepsConfidential = false): void {
  const db = new Database(file);
  try {
    db.pragma('secure_delete = ON');
    leaveWal(db);
    const forgotten = keepsConfidential ? SESSION_TABLES : [...SESSION_TABLES, 'sealed'];
    db.transaction(() => {
      for (const table of forgotten) if (has(db, table)) db.exec(`DELETE FROM ${table}`);
    })();
    const damage = damageOf(db, 'quick');
    if (damage !== null) throw new Error(`The copy is damaged: ${damage}`);
  } finally {
    db.close();
  }
}

function has(db: Db, table: string): boolean {
  const found = db.prepare(`SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?`);
  return found.get(table) !== undefined;
}
