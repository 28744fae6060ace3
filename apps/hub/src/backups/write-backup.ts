import { closeSync, fsyncSync, openSync, renameSync, rmSync, statfsSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Instant } from '@motcua/domain';
import type { BackupFailure } from '@motcua/protocol/http';
import { copyDatabase, type Db, type Pace, sizeInBytes } from '@motcua/store';
import { runChildTask } from '../operations/child-task.ts';
import type { FinalizeTask } from './finalize-backup.ts';

export interface BackupOptions {
  readonly isStopped?: () => boolean;
  /** Beside the hub's own connection only `at-once` comes to an end. */
  readonly pace?: Pace;
  /** With confidential content: only for a copy that deletes it at midnight, as the hub does. */
  readonly keepsConfidential?: boolean;
}

/** The disk space that is reserved for the hub itself. */
const ROOM_LEFT_BYTES = 64 << 20;
const FINALIZE_BACKUP = new URL('./finalize-backup.ts', import.meta.url);
/** Gigabytes on a slow stick take minutes. */
const SEALED_WITHIN_MS = 3_600_000;

/** No backup was made, and why; nothing is left of the attempt. */
export class NoBackup extends Error {
  readonly problem: BackupFailure;

  constructor(problem: BackupFailure, cause?: unknown) {
    super(`No backup was made: ${problem}`, { cause });
    this.problem = problem;
  }
}

/**
 * Writes a backup of a database in use to `file`, which appears only once it is whole and on disk; readable by its
 * owner alone, because it holds hashes of passwords. Rejects with NoBackup; resolves to its size in bytes.
 */
export async function writeBackup(
  db: Db,
  file: string,
  madeAt: Instant,
  options: BackupOptions = {},
): Promise<number> {
  const {
    isStopped = () => false,
    pace = 'between-other-work',
    keepsConfidential = false,
  } = options;
  const part = `${file}.part`;
  try {
    makePrivate(part);
    if (!hasRoom(db, file)) throw new NoBackup('no-room');
    await copyDatabase(db, part, isStopped, pace);
    const task: FinalizeTask = { file: part, madeAt, keepsConfidential };
    await runChildTask(FINALIZE_BACKUP, task, SEALED_WITHIN_MS);
    if (isStopped()) throw new NoBackup('stopped');
    renameSync(part, file);
    syncFolder(dirname(file));
    return statSync(file).size;
  } catch (cause) {
    clear(part);
    throw cause instanceof NoBackup
      ? cause
      : new NoBackup(isStopped() ? 'stopped' : why(cause), cause);
  }
}

/** A failed removal must not hide why there is no backup. */
function clear(part: string): void {
  try {
    for (const file of [part, `${part}-journal`]) rmSync(file, { force: true });
  } catch {
    return;
  }
}

/** Before the first byte of the database is in it: an empty file that only its owner may read. */
function makePrivate(part: string): void {
  rmSync(part, { force: true });
  closeSync(openSync(part, 'wx', 0o600));
}

function hasRoom(db: Db, file: string): boolean {
  const { bavail, bsize } = statfsSync(dirname(resolve(file)));
  return bavail * bsize > sizeInBytes(db) + ROOM_LEFT_BYTES;
}

/** So that the new name outlives a power failure; Windows has no such thing. */
function syncFolder(dir: string): void {
  if (process.platform === 'win32') return;
  const folder = openSync(dir, 'r');
  fsyncSync(folder);
  closeSync(folder);
}

function why(cause: unknown): BackupFailure {
  if (!(cause instanceof Error)) return 'cannot-write';
  const code = 'code' in cause ? cause.code : null;
  if (code === 'ENOSPC' || code === 'SQLITE_FULL' || code === 'EDQUOT') return 'no-room';
  return /damaged|malformed/.test(cause.message) ? 'damaged' : 'cannot-write';
}
