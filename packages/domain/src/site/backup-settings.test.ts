import { describe, expect, it } from 'vitest';
import { minutesAfterT0, T0 } from '../builders.ts';
import type { Instant, LocalTime } from '../ids.ts';
import {
  type BackupTimes,
  isBackupDue,
  BACKUP_RETRY_MS,
  USUAL_BACKUP_SETTINGS,
} from './backup-settings.ts';
import { createZoneClock } from '../clock/zone-clock.ts';

const clock = createZoneClock('Asia/Ho_Chi_Minh');
const HOUR = 60;
/** Monday 19:00 in Việt Nam; T0 is 08:00. */
const SEVEN_IN_THE_EVENING = minutesAfterT0(11 * HOUR);

describe('the nightly backup', () => {
  const isDue = (state: Partial<BackupTimes>, backupAt = USUAL_BACKUP_SETTINGS.backupAt) =>
    isBackupDue({ at: T0, newest: T0, triedAt: null, ...state }, { backupAt }, clock);

  it('is due from its hour on, once', () => {
    expect(isDue({ at: (SEVEN_IN_THE_EVENING - 1) as Instant })).toBe(false);
    expect(isDue({ at: SEVEN_IN_THE_EVENING })).toBe(true);
    const done = minutesAfterT0(11 * HOUR + 1);
    expect(isDue({ at: minutesAfterT0(12 * HOUR), newest: done })).toBe(false);
    expect(isDue({ at: minutesAfterT0(35 * HOUR), newest: done })).toBe(true);
  });

  it('is caught up in the morning when the hub was off at its hour', () => {
    expect(isDue({ at: minutesAfterT0(24 * HOUR) })).toBe(true);
  });

  it('is not due on the first morning of a centre', () => {
    expect(isDue({ at: minutesAfterT0(3 * HOUR), newest: T0 })).toBe(false);
  });

  it('is tried again some minutes after a failure, not at once', () => {
    const at = minutesAfterT0(12 * HOUR);
    expect(isDue({ at, triedAt: (at - BACKUP_RETRY_MS + 1) as Instant })).toBe(false);
    expect(isDue({ at, triedAt: (at - BACKUP_RETRY_MS) as Instant })).toBe(true);
  });

  it('keeps its hour when the centre sets another', () => {
    const noon = '12:00' as LocalTime;
    expect(isDue({ at: minutesAfterT0(4 * HOUR - 1) }, noon)).toBe(false);
    expect(isDue({ at: minutesAfterT0(4 * HOUR) }, noon)).toBe(true);
  });

  it('is not repeated because the clock went back', () => {
    expect(isDue({ at: T0, newest: minutesAfterT0(48 * HOUR) })).toBe(false);
    expect(isDue({ at: SEVEN_IN_THE_EVENING, triedAt: minutesAfterT0(48 * HOUR) })).toBe(true);
  });
});
