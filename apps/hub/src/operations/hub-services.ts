import { join } from 'node:path';
import { type OfflinePeriods, createOfflinePeriods } from '../reads/offline-periods.ts';
import { createClockAgreement } from '../clock/clock-agreement.ts';
import type { Config } from '../config.ts';
import { keepPrivate } from '@motcua/store';
import type { Hub } from '../engine/hub.ts';
import { type BackupJob, createBackupJob } from '../backups/back-up.ts';
import type { Log } from './log.ts';
import { createKeyUses, type KeyUses } from '../identity/key-uses.ts';
import { createReader, type Reader } from '../reads/reader.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { createFeed, type Feed } from '../standby/feed.ts';
import { createSuccessorWatch, type SuccessorWatch } from '../standby/successor.ts';
import { createAlarmEvents } from '../webhooks/alarm-events.ts';
import { createWebhookSender, type WebhookSender } from '../webhooks/webhook-sender.ts';
import { createVitals, type Vitals } from './vitals.ts';

/** Backups, clock, devices and disk: what keeps a hub running, beside the queues. */
export interface HubServices {
  readonly backups: BackupJob;
  readonly feed: Feed;
  readonly successor: SuccessorWatch;
  readonly vitals: Vitals;
  readonly offlinePeriods: OfflinePeriods;
  readonly metrics: Metrics;
  readonly reader: Reader;
  readonly keyUses: KeyUses;
  readonly webhooks: WebhookSender;
  /** Called periodically. */
  readonly tick: () => void;
  readonly stop: () => Promise<void>;
}

export function createHubServices(
  hub: Hub,
  { dataDir, backupDir }: Pick<Config, 'dataDir' | 'backupDir'>,
  log: Log,
  onSuperseded: () => void = () => {},
): HubServices {
  const folder = backupDir ?? join(dataDir, 'backups');
  keepPrivate(folder);
  const backups = createBackupJob(hub, folder, log);
  const feed = createFeed(hub, (cause) => log.error({ err: cause }, 'a standby got no change'));
  const successor = createSuccessorWatch(hub, () => {
    log.error({}, 'another hub took over: this one gives no more numbers');
    onSuperseded();
  });
  const vitals = createVitals(hub, createClockAgreement(hub, log));
  const reader = createReader(hub);
  const keyUses = createKeyUses(hub);
  const webhooks = createWebhookSender(hub, log);
  const sendAlarms = createAlarmEvents(hub, webhooks);
  return {
    vitals,
    offlinePeriods: createOfflinePeriods(hub),
    metrics: createMetrics(hub, { vitals, backups }),
    reader,
    keyUses,
    webhooks,
    backups,
    feed,
    successor,
    tick() {
      backups.tick();
      successor.tick();
      keyUses.tick();
      sendAlarms();
      webhooks.tick();
    },
    async stop() {
      feed.stop();
      reader.close();
      keyUses.flush();
      webhooks.stop();
      await backups.stop();
    },
  };
}
