import Database from 'better-sqlite3';
import { MIGRATIONS, type Migration } from '../migrations/index.ts';
import { WAL_PAGES } from './reserve-wal.ts';

export type Db = Database.Database;

/**
 * Opens (or makes) the hub's database, durable before answered: WAL with a sync at each commit.
 * `:memory:` makes one that is not kept. Throws when the file is not a database or newer than this program.
 */
export function openDatabase(file: string): Db {
  const db = new Database(file);
  try {
    refuseNewer(db, MIGRATIONS); // must come before the first write
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL'); // set explicitly: this build of SQLite would sync less in WAL mode
    db.pragma(`wal_autocheckpoint = ${WAL_PAGES}`); // a burst of tickets then rarely waits for a checkpoint
    db.pragma('secure_delete = ON'); // what is deleted at night must not stay in free pages
    db.pragma('foreign_keys = ON');
    db.pragma('busy_timeout = 2000');
    migrate(db, MIGRATIONS);
    return db;
  } catch (cause) {
    db.close();
    throw cause;
  }
}

/** Opens an existing database without writing to it. Throws when it is missing or not of this program's version. */
export function openDatabaseToRead(file: string): Db {
  const db = new Database(file, { readonly: true, fileMustExist: true });
  const newest = MIGRATIONS.at(-1)?.version ?? 0;
  if (versionOf(db) !== newest) {
    db.close();
    throw new Error(`The database is not of version ${newest}, which this program reads`);
  }
  db.pragma('busy_timeout = 2000');
  return db;
}

/** Opens an existing database of any version, and does not change it. Throws when it is missing or none. */
export function openDatabaseAsItIs(file: string): Db {
  const db = new Database(file, { fileMustExist: true, timeout: 5_000 });
  try {
    db.pragma('schema_version');
    return db;
  } catch (cause) {
    db.close();
    throw cause;
  }
}

/** Locks a file against every other process until it is released, or this process ends. Throws `SQLITE_BUSY` when it is locked. */
export function holdFile(file: string): () => void {
  const lock = new Database(file, { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (cause) {
    lock.close();
    throw cause;
  }
  return () => lock.close();
}

/** Checkpoints the log and leaves WAL mode, so that the file can be moved alone. */
export function leaveWal(db: Db): void {
  db.pragma('journal_mode = DELETE');
}

/** What SQLite finds wrong with a file; null: nothing. `quick` leaves out whether indexes agree with their tables. */
export function damageOf(db: Db, how: 'quick' | 'whole'): string | null {
  const found = String(
    db.pragma(how === 'quick' ? 'quick_check' : 'integrity_check', { simple: true }),
  );
  return found === 'ok' ? null : found;
}

/** The size of a whole copy of the database. */
export function sizeInBytes(db: Db): number {
  const pages = Number(db.pragma('page_count', { simple: true }));
  return pages * Number(db.pragma('page_size', { simple: true }));
}

/** Migrates the tables up to the newest of `migrations`, each in a transaction of its own. */
export function migrate(db: Db, migrations: readonly Migration[]): void {
  refuseNewer(db, migrations);
  const current = versionOf(db);
  for (const { version, up, after } of migrations.filter(
    (migration) => migration.version > current,
  )) {
    db.transaction(() => {
      db.exec(up);
      after?.(db);
      db.pragma(`user_version = ${version}`);
    })();
  }
}

function refuseNewer(db: Db, migrations: readonly Migration[]): void {
  const current = versionOf(db);
  const newest = migrations.at(-1)?.version ?? 0;
  if (current > newest) {
    throw new Error(`The database is of version ${current}, this program knows only ${newest}`);
  }
}

/** The number of the newest migration that was applied; 0 for an empty file. */
export function versionOf(db: Db): number {
  return db.prepare<[], { user_version: number }>('PRAGMA user_version').get()?.user_version ?? 0;
}
