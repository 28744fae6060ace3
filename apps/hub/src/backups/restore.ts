import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Instant } from '@motcua/domain';
import {
  type BackupManifest,
  type BackupProblem,
  checkBackup,
  extractDatabase,
  HistoryRepository,
  Journal,
  keepPrivate,
  leaveWal,
  makeFolder,
  openDatabase,
} from '@motcua/store';
import { lockDataDir } from '../operations/data-lock.ts';
import { deleteCheckpoint } from '../operations/journal-checkpoint.ts';
import { chownToFolderOwner } from '../operations/chown-to-folder-owner.ts';
import { verifyDatabase } from '../operations/verify.ts';

export interface Restored {
  readonly manifest: BackupManifest;
  /** The folder of the data that was there before; null: there was none. */
  readonly keptAs: string | null;
}

/** Why nothing was restored; the data is as it was. */
export class NotRestored extends Error {
  readonly problem: BackupProblem | 'cannot-read' | 'does-not-agree';

  constructor(problem: NotRestored['problem'], cause?: unknown) {
    super(`Nothing was restored: ${problem}`, { cause });
    this.problem = problem;
  }
}

/**
 * Puts a backup in the place of the data in a folder, which are kept beside it without confidential content. The new
 * database is whole, checked and
 * on disk under another name before one rename makes it the hub's. It begins a new history, so that clients with more
 * than the backup do not go on from there. Throws NotRestored, or a sentence when a hub uses the folder.
 */
export function restoreBackup(file: string, dataDir: string, at: Instant): Restored {
  const manifest = check(file);
  makeFolder(dataDir);
  keepPrivate(dataDir);
  const release = lockDataDir(dataDir);
  const database = join(dataDir, 'motcua.db');
  const fresh = `${database}.new`;
  try {
    removeAll(fresh);
    extractDatabase(file, manifest, fresh);
    settle(fresh, at, epochOf(database));
    chownToFolderOwner(fresh, join(dataDir, 'hub.lock'));
    const keptAs = keepBeside(database, at);
    renameSync(fresh, database);
    deleteCheckpoint(dataDir);
    syncFolder(dirname(database));
    if (keptAs !== null) forgetConfidence(keptAs);
    return { manifest, keptAs };
  } finally {
    removeAll(fresh);
    release();
  }
}

function check(file: string): BackupManifest {
  let found: ReturnType<typeof checkBackup>;
  try {
    found = checkBackup(file);
  } catch (cause) {
    throw new NotRestored('cannot-read', cause);
  }
  if (typeof found === 'string') throw new NotRestored(found);
  return found;
}

/** Migrates it, proves that its state follows from its journal, begins its new history. */
function settle(file: string, at: Instant, earlier: number): void {
  const db = openDatabase(file);
  try {
    const { differences } = verifyDatabase(db);
    if (differences.length > 0) throw new NotRestored('does-not-agree');
    const history = new HistoryRepository(db);
    history.beginAnew(at, earlier);
    history.follow(null);
    leaveWal(db);
  } catch (cause) {
    throw cause instanceof NotRestored ? cause : new NotRestored('damaged', cause);
  } finally {
    db.close();
  }
}

/** Of data that may be damaged, which is a reason to restore. */
function epochOf(database: string): number {
  if (!existsSync(database)) return 0;
  try {
    const db = openDatabase(database);
    try {
      // The log belongs to this file, and must not be taken for the new one's.
      leaveWal(db);
      return new HistoryRepository(db).read().epoch;
    } finally {
      db.close();
    }
  } catch {
    return 0;
  }
}

/** A hard link: until the rename the hub's data never lacks a name. */
function keepBeside(database: string, at: Instant): string | null {
  if (!existsSync(database)) return null;
  const time = new Date(at).toISOString().replaceAll(/[-:]|\..*/g, '');
  const kept = database.replace(/\.db$/, `-before-${time}.db`);
  for (const part of ['-wal', '-shm'])
    if (existsSync(database + part)) renameSync(database + part, kept + part);
  try {
    linkSync(database, kept);
  } catch {
    copyFileSync(database, kept); // a stick without hard links
  }
  return kept;
}

/** Confidential content is kept nowhere beyond its day; data too damaged to be opened stay as they are. */
function forgetConfidence(kept: string): void {
  try {
    const db = openDatabase(kept);
    try {
      new Journal(db).deleteConfidential();
      leaveWal(db);
    } finally {
      db.close();
    }
  } catch {
    return;
  }
}

function removeAll(file: string): void {
  for (const part of ['', '-wal', '-shm', '-journal']) rmSync(file + part, { force: true });
}

function syncFolder(dir: string): void {
  if (process.platform === 'win32') return;
  const folder = openSync(dir, 'r');
  fsyncSync(folder);
  closeSync(folder);
}
