import type { Instant, LocalTime } from '../ids.ts';
import { addDays, type ZoneClock } from '../clock/zone-clock.ts';

/** How the centre backs up its data. */
export interface BackupSettings {
  readonly id: 'safekeeping';
  /** When the nightly backup is made, on the site's clock. */
  readonly backupAt: LocalTime;
  /** How many nightly backups are kept; the oldest goes first. */
  readonly backupsKept: number;
  /** Where pages find the second hub when this one does not answer; null: there is none. */
  readonly standbyAddress: string | null;
}

export const USUAL_BACKUP_SETTINGS: BackupSettings = {
  id: 'safekeeping',
  backupAt: '19:00' as LocalTime,
  backupsKept: 14,
  standbyAddress: null,
};

/** After a failure the next attempt waits so long. */
export const BACKUP_RETRY_MS = 10 * 60_000;
/** Nightly backups are not always on time; beyond this age staff are alerted. */
export const BACKUP_OLD_AFTER_MS = 36 * 3_600_000;

/** What the rule needs: the time of the newest backup (else of the first change), and of the last attempt. */
export interface BackupTimes {
  readonly at: Instant;
  readonly newest: Instant;
  readonly triedAt: Instant | null;
}

/**
 * Whether a nightly backup is due: its hour has come since the newest one, also while the hub was off. A clock that
 * went back does not ask for another.
 */
export function isBackupDue(
  { at, newest, triedAt }: BackupTimes,
  { backupAt }: Pick<BackupSettings, 'backupAt'>,
  clock: ZoneClock,
): boolean {
  const waits = triedAt !== null && triedAt <= at && at - triedAt < BACKUP_RETRY_MS;
  return !waits && lastHour(at, backupAt, clock) > newest;
}

/** When the hour of the backup last came, at or before `at`. */
function lastHour(at: Instant, backupAt: LocalTime, clock: ZoneClock): Instant {
  const [hours = 0, minutes = 0] = backupAt.split(':').map(Number);
  const today = clock.localDate(at);
  const hour = clock.instantAt(today, hours * 60 + minutes);
  return hour <= at ? hour : clock.instantAt(addDays(today, -1), hours * 60 + minutes);
}
