import { chownSync, existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import process from 'node:process';

/** Gives files that root writes into a hub's folder to the folder's owner, or the hub could not read them. */
export function chownToFolderOwner(...files: readonly string[]): void {
  if (process.getuid?.() !== 0) return;
  for (const file of files) {
    if (!existsSync(file)) continue;
    const { uid, gid } = statSync(dirname(file));
    chownSync(file, uid, gid);
  }
}
