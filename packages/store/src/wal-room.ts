import { statfsSync } from 'node:fs';
import Database from 'better-sqlite3';
import type { Db } from './database.ts';

/** Pages of the write-ahead log before it is copied into the database and begins anew. */
export const WAL_PAGES = 4_000;
/** The log takes its room at once only where so many times as much is free. */
const TIMES_FREE = 8;

/**
 * Gives the write-ahead log the size that it has in the long run: a sync that lengthens a file costs almost twice one
 * that does not, and every hub began its day with a thousand of those. A transaction larger than the cache spills into
 * the log, and its end lets go of the pages but not of the room. Does nothing in memory and on a disk that is almost
 * full; where the room is refused it is done without, and what matters is written as it comes.
 */
export function makeRoomInWal(db: Db): void {
  if (db.memory) return;
  const bytes = WAL_PAGES * Number(db.pragma('page_size', { simple: true }));
  const { bavail, bsize } = statfsSync(db.name);
  if (bavail * bsize < TIMES_FREE * bytes) return;

  const cache = Number(db.pragma('cache_size', { simple: true }));
  db.pragma('cache_size = 10');
  db.exec('BEGIN IMMEDIATE');
  try {
    db.exec('CREATE TABLE room (body BLOB) STRICT');
    db.prepare('INSERT INTO room (body) VALUES (zeroblob(?))').run(bytes);
  } catch (cause) {
    if (!(cause instanceof Database.SqliteError)) throw cause;
  } finally {
    if (db.inTransaction) db.exec('ROLLBACK');
    db.pragma(`cache_size = ${cache}`);
  }
}
