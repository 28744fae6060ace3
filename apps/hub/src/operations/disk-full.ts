import { existsSync, statfsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

const FULL = new Set(['SQLITE_FULL', 'ENOSPC', 'EDQUOT']);
/** SQLite's codes where no space is left for a file beside the database; a bad disk has them as well. */
const MAY_BE_FULL = /^(SQLITE_(IOERR|CANTOPEN)|EIO)/;
/** With less than this no database can be opened. */
const NOTHING_FREE_BYTES = 1 << 20;

/** Whether a fault comes from a full disk, not from a damaged one: the disk itself is asked. */
export function isDiskFull(cause: unknown, folder: string): boolean {
  if (!(cause instanceof Error)) return false;
  const code = 'code' in cause ? String(cause.code) : '';
  if (FULL.has(code)) return true;
  if (MAY_BE_FULL.test(code)) return freeBytes(folder) < NOTHING_FREE_BYTES;
  return isDiskFull(cause.cause, folder);
}

/** What to do, in one sentence. */
export function diskFullSentence(folder: string): string {
  return `The disk of ${folder} is full; make room on it and start again, nothing that was given is lost.`;
}

function freeBytes(folder: string): number {
  const path = resolve(folder);
  if (!existsSync(path)) return path === dirname(path) ? 0 : freeBytes(dirname(path));
  const { bavail, bsize } = statfsSync(path);
  return bavail * bsize;
}
