import { statfsSync, statSync } from 'node:fs';
import { type Database, SqliteError } from 'better-sqlite3';

/** Pages of the write-ahead log before it is copied into the database and begins anew. */
export const WAL_PAGES = 4_000;
/** The log is extended only where so many times its size is free. */
const TIMES_FREE = 8;
/** How much larger a log is than the pages in it, and a little. */
const WITH_HEADERS = 1.01;

/**
 * Overwrites what the log still holds of deleted rows: its old pages stay until they are reused, which
 * may be days. False while it is read from; try again.
 */
export function eraseFromWal(db: Database): boolean {
  if (db.memory) return true;
  const busyTimeoutMs = Number(db.pragma('busy_timeout', { simple: true }));
  db.pragma('busy_timeout = 0');
  try {
    if (db.pragma('wal_checkpoint(RESTART)', { simple: true }) !== 0) return false;
  } finally {
    db.pragma(`busy_timeout = ${busyTimeoutMs}`);
  }
  if (reserveWal(db) && walBytes(db) <= roomOf(db) * WITH_HEADERS) return true;
  // Longer than what was overwritten, or no space left.
  db.pragma('wal_checkpoint(TRUNCATE)');
  reserveWal(db);
  return true;
}

/**
 * Gives the write-ahead log the size that it has in the long run: a sync that extends a file costs almost twice one
 * that does not, and every hub began its day with a thousand of those. A transaction larger than the cache spills into
 * the log, and its rollback frees the pages but not the file. Does nothing in memory and on a disk that is almost
 * full; where it fails the hub works without it. False where none was made.
 */
export function reserveWal(db: Database): boolean {
  if (db.memory) return false;
  const bytes = roomOf(db);
  const { bavail, bsize } = statfsSync(db.name);
  if (bavail * bsize < TIMES_FREE * bytes) return false;

  const cache = Number(db.pragma('cache_size', { simple: true }));
  db.pragma('cache_size = 10');
  db.exec('BEGIN IMMEDIATE');
  try {
    db.exec('CREATE TABLE room (body BLOB) STRICT');
    db.prepare('INSERT INTO room (body) VALUES (zeroblob(?))').run(bytes);
    return true;
  } catch (cause) {
    if (!(cause instanceof SqliteError)) throw cause;
    return false;
  } finally {
    if (db.inTransaction) db.exec('ROLLBACK');
    db.pragma(`cache_size = ${cache}`);
  }
}

function roomOf(db: Database): number {
  return WAL_PAGES * Number(db.pragma('page_size', { simple: true }));
}

function walBytes(db: Database): number {
  return statSync(`${db.name}-wal`, { throwIfNoEntry: false })?.size ?? 0;
}
