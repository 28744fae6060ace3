import { join } from 'node:path';
import Database from 'better-sqlite3';

/**
 * Keeps a second hub away from the folder: the lock is an open SQLite transaction, so it goes with the process,
 * however that ends. Answers how to release it; throws one sentence when another hub has the folder.
 */
export function lockDataDir(dataDir: string): () => void {
  const lock = new Database(join(dataDir, 'hub.lock'), { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (cause) {
    lock.close();
    throw new Error(`Another hub is already using the folder ${dataDir}.`, { cause });
  }
  return () => lock.close();
}
