import type { ReplicationPosition } from '@motcua/protocol/http';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import {
  applyRows,
  checkBackup,
  type Db,
  emptyTable,
  extractDatabase,
  HistoryRepository,
  leaveWal,
  openDatabase,
  sharedTables,
} from '@motcua/store';
import type { FeedLine } from './feed-line.ts';
import { positionOf } from './replication-position.ts';

/** The data of a follower. Every write first checks whether they were promoted meanwhile. */
export interface FollowerFile {
  /** Null: there is no data yet. */
  readonly position: () => ReplicationPosition | null;
  /** Writes what the hub sent; false: this is a follower's data no more. */
  readonly write: (lines: readonly FeedLine[]) => boolean;
  /** Takes a checked copy of the hub's data in place of its own; false as above. Throws when it is invalid. */
  readonly take: (copy: string, hubUrl: string) => boolean;
  readonly isFollower: () => boolean;
  readonly close: () => void;
}

/** Throws in one sentence when the folder holds a hub's own data. */
export function openFollowerFile(dataDir: string): FollowerFile {
  const file = join(dataDir, 'motcua.db');
  let db: Db | null = existsSync(file) ? openDatabase(file) : null;
  const follows = () => db === null || new HistoryRepository(db).followed() !== null;

  return {
    position: () => (db === null ? null : positionOf(db)),
    isFollower: follows,
    write(lines) {
      const open = db;
      if (open === null) throw new Error('There is no data to write to');
      return open
        .transaction(() => {
          if (!follows()) return false;
          for (const line of lines) writeLine(open, line);
          return true;
        })
        .immediate();
    },
    take(copy, hubUrl) {
      const manifest = checkBackup(copy);
      if (typeof manifest === 'string') throw new Error(`The copy of the hub is ${manifest}`);
      const fresh = `${file}.new`;
      removeAll(fresh);
      extractDatabase(copy, manifest, fresh);
      const made = openDatabase(fresh);
      new HistoryRepository(made).follow(hubUrl);
      leaveWal(made);
      made.close();
      if (!follows()) return false;
      // Its log goes with it, and must not be taken for the new one's.
      if (db !== null) leaveWal(db);
      db?.close();
      renameSync(fresh, file);
      db = openDatabase(file);
      return true;
    },
    close: () => db?.close(),
  };
}

function writeLine(db: Db, line: FeedLine): void {
  if (line.type === 'catch-up') {
    const whole = new Set(line.whole);
    for (const table of sharedTables(db)) if (whole.has(table.name)) emptyTable(db, table);
  }
  if (line.type === 'catch-up' || line.type === 'rows') applyRows(db, line.changes);
}

function removeAll(file: string): void {
  for (const part of ['', '-wal', '-shm', '-journal']) rmSync(file + part, { force: true });
}
