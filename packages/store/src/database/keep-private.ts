import { chmodSync, closeSync, lstatSync, openSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

/** A folder that everybody may write into (as /tmp) is nobody's data folder, and stays as it is. */
const OF_EVERYBODY = 0o1000;
const OF_OTHERS = 0o077;
/** Data, their backups, the kiosk of a demonstration; deeper lies nothing of ours. */
const DEEPEST = 2;

/**
 * Takes away what others may do with a folder and the files in it: an older program, a copy or an unpacked archive may
 * have left them open. Nothing on Windows, where the folder's owner is the only one by its place; what belongs to
 * another user is left to them.
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

/** Makes an empty file for its owner alone where there is none: what is written into it was never open. */
export function makePrivateFile(file: string): void {
  closeSync(openSync(file, 'a', 0o600));
}

/** False where the folder is none of ours. */
function mend(path: string, mode: number): boolean {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found === undefined || (found.mode & OF_EVERYBODY) !== 0) return false;
  if ((found.mode & OF_OTHERS) === 0) return true;
  try {
    chmodSync(path, mode);
    return true;
  } catch {
    return false; // another user's, or a disk that knows no rights
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
