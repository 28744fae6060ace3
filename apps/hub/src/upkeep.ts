import { join } from 'node:path';
import type { Config } from './config.ts';
import type { Hub } from './hub.ts';
import { type BackupJob, createBackupJob } from './jobs/back-up.ts';
import type { Log } from './log.ts';

/** What keeps a hub and its devices in order beside the queue business. */
export interface Upkeep {
  readonly backups: BackupJob;
  /** Time has passed. */
  readonly looked: () => void;
  readonly stop: () => Promise<void>;
}

export function createUpkeep(
  hub: Hub,
  { dataDir, backupDir }: Pick<Config, 'dataDir' | 'backupDir'>,
  log: Log,
): Upkeep {
  const backups = createBackupJob(hub, backupDir ?? join(dataDir, 'backups'), log);
  return {
    backups,
    looked: () => backups.looked(),
    stop: () => backups.stop(),
  };
}
