import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readControlFile } from '../operations/control-file.ts';
import type { Administration } from './administration.ts';
import { openLocalAdministration } from './local-administration.ts';
import { openRemoteAdministration } from './remote-administration.ts';
import { Sentence } from './sentence.ts';

/** Through the hub that runs on the folder, else by opening the folder. Throws a sentence when neither is possible. */
export async function openAdministration(dataDir: string): Promise<Administration> {
  if (statSync(dataDir, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw new Sentence(`There is no data folder ${dataDir}; name it with --data.`);
  const control = readControlFile(dataDir);
  const running = control === null ? null : await openRemoteAdministration(control);
  return running ?? openLocalAdministration(dataDir);
}

/** The database in a folder that has been used; throws a sentence when there is none. */
export function databaseIn(dataDir: string): string {
  const file = join(dataDir, 'motcua.db');
  if (!existsSync(file))
    throw new Sentence(`There is no hub data in ${dataDir}; name the folder with --data.`);
  return file;
}
