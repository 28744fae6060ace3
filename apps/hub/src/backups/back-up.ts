import { utimesSync } from 'node:fs';
import { join } from 'node:path';
import { type Instant, isBackupDue } from '@motcua/domain';
import type { BackupFailure } from '@motcua/protocol/http';
import type { Hub } from '../engine/hub.ts';
import { type Identity, THE_HUB_ITSELF } from '../engine/hub-command.ts';
import type { Log } from '../operations/log.ts';
import { recordAccess } from '../operations/record-access.ts';
import {
  backupName,
  backupsIn,
  type KeptBackup,
  newestBackup,
  prepareBackupFolder,
  removeOldest,
} from './backup-folder.ts';
import { NoBackup, writeBackup } from './write-backup.ts';

/** What administration shows. */
export interface BackupState {
  readonly folder: string;
  /** Null: none has been made yet. */
  readonly newest: KeptBackup | null;
  readonly count: number;
  readonly running: boolean;
  /** Of the last attempt; null: it went well, or there was none since the start. */
  readonly failure: { readonly at: Instant; readonly problem: BackupFailure } | null;
}

/** The hub's backups: at the hour that the centre has set, and on demand. */
export interface BackupJob {
  readonly state: () => BackupState;
  /** Makes one now, or waits for the one that is being made; null on success. */
  readonly run: (by: Identity) => Promise<BackupFailure | null>;
  /** Called periodically: makes the nightly one when it is due. */
  readonly tick: () => void;
  /** Aborts the one that is being made. */
  readonly stop: () => Promise<void>;
}

export function createBackupJob(hub: Hub, folder: string, log: Log): BackupJob {
  let running: Promise<BackupFailure | null> | null = null;
  let triedAt: Instant | null = null;
  let failure: BackupState['failure'] = null;
  let stopped = false;

  async function make(by: Identity): Promise<BackupFailure | null> {
    const at = hub.now();
    const { clock, safekeeping } = hub.state.settings;
    triedAt = at;
    try {
      prepareBackupFolder(folder);
      const file = join(folder, backupName(at, clock));
      const bytes = await writeBackup(hub.store.db, file, at, { isStopped: () => stopped });
      utimesSync(file, at / 1000, at / 1000);
      removeOldest(folder, safekeeping.backupsKept, at);
      failure = null;
      log.info({ file, bytes }, 'backup made');
      await recordAccess(hub, 'backup-made', null, by);
      return null;
    } catch (cause) {
      const problem = cause instanceof NoBackup ? cause.problem : 'cannot-write';
      if (problem !== 'stopped') {
        failure = { at, problem };
        log.error({ err: cause, folder, problem }, 'backup failed');
      }
      return problem;
    }
  }

  function run(by: Identity): Promise<BackupFailure | null> {
    if (stopped) return Promise.resolve('stopped');
    running ??= make(by).finally(() => {
      running = null;
    });
    return running;
  }

  return {
    run,
    state() {
      const kept = backupsIn(folder);
      return {
        folder,
        newest: newestBackup(folder, hub.now()),
        count: kept.length,
        running: running !== null,
        failure,
      };
    },
    tick() {
      const at = hub.now();
      // A hub without a single number has nothing to lose.
      const newest = newestBackup(folder, at)?.madeAt ?? hub.store.journal.firstAt();
      const { clock, safekeeping } = hub.state.settings;
      if (running !== null || newest === null) return;
      if (isBackupDue({ at, newest, triedAt }, safekeeping, clock)) void run(THE_HUB_ITSELF);
    },
    async stop() {
      stopped = true;
      await running;
    },
  };
}
