import { join } from 'node:path';
import { holdFile, makePrivateFile } from '@motcua/store';
import { diskFullSentence, isDiskFull } from './disk-full.ts';

/**
 * Keeps a second hub off the folder: the lock is an open SQLite transaction, so it ends with the process,
 * in any way. Returns how to release it; throws one sentence when another hub has the folder.
 */
export function lockDataDir(dataDir: string): () => void {
  const file = join(dataDir, 'hub.lock');
  makePrivateFile(file);
  try {
    return holdFile(file);
  } catch (cause) {
    throw new Error(whyNot(cause, dataDir), { cause });
  }
}

function whyNot(cause: unknown, dataDir: string): string {
  if (isDiskFull(cause, dataDir)) return diskFullSentence(dataDir);
  const isBusy = cause instanceof Error && 'code' in cause && cause.code === 'SQLITE_BUSY';
  return isBusy
    ? `Another hub is already using the folder ${dataDir}.`
    : `The folder ${dataDir} cannot be locked: ${cause instanceof Error ? cause.message : String(cause)}.`;
}
