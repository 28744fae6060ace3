import { chownSync, existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import process from 'node:process';

/** What root writes into a hub's folder belongs to whom the folder belongs to, or the hub could not read it. */
export function chownToFolderOwner(...files: readonly string[]): void {
  if (process.getuid?.() !== 0) return;
  for (const file of files) {
    if (!existsSync(file)) continue;
    const { uid, gid } = statSync(dirname(file));
    chownSync(file, uid, gid);
  }
}
