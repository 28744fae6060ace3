import { chmodSync, closeSync, lstatSync, openSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

/** A folder that every user may write into (as /tmp) is no data folder, and stays as it is. */
const STICKY_BIT = 0o1000;
const OF_OTHERS = 0o077;
/** Data, their backups, the kiosk of a demonstration; deeper folders are not the program's. */
const DEEPEST = 2;

/**
 * Removes the permissions of other users on a folder and the files in it, which an older program, a copy or an unpacked
 * archive may have left open. Does nothing on Windows, where the folder's place decides; the files of
 * another user are left alone.
 */
export function keepPrivate(folder: string, depth = DEEPEST): void {
  if (process.platform === 'win32') return;
  if (!mend(folder, 0o700) || depth === 0) return;
  for (const name of namesIn(folder)) {
    const path = join(folder, name);
    const found = lstatSync(path, { throwIfNoEntry: false });
    if (found?.isDirectory() === true) keepPrivate(path, depth - 1);
    else if (found?.isFile() === true) mend(path, 0o600);
  }
}

/** Makes an empty file for its owner alone where there is none, so that its content was never readable by others. */
export function makePrivateFile(file: string): void {
  closeSync(openSync(file, 'a', 0o600));
}

/** False where the folder is not the program's. */
function mend(path: string, mode: number): boolean {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found === undefined || (found.mode & STICKY_BIT) !== 0) return false;
  if ((found.mode & OF_OTHERS) === 0) return true;
  try {
    chmodSync(path, mode);
    return true;
  } catch {
    return false; // another user's, or a disk without permissions
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
