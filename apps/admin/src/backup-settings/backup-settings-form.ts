import type { LocalTime, BackupSettings } from '@motcua/domain';
import { numberProblem } from '../forms/text-fields.ts';
import { problemsOf, type Problems, type Words } from '../forms/words.ts';

export interface BackupSettingsForm {
  readonly backupAt: string;
  readonly backupsKept: string;
  /** Empty: there is no standby. */
  readonly standbyAddress: string;
}

const MAX_ADDRESS_LENGTH = 200;

export function toBackupSettingsForm(kept: BackupSettings): BackupSettingsForm {
  return {
    backupAt: kept.backupAt,
    backupsKept: String(kept.backupsKept),
    standbyAddress: kept.standbyAddress ?? '',
  };
}

export function toBackupSettings(form: BackupSettingsForm): BackupSettings {
  const address = form.standbyAddress.trim();
  return {
    id: 'safekeeping',
    backupAt: form.backupAt as LocalTime,
    backupsKept: Number(form.backupsKept),
    // Only the origin: pages add their own path.
    standbyAddress: address === '' ? null : new URL(address).origin,
  };
}

export function checkBackupSettings(form: BackupSettingsForm): Problems {
  return problemsOf({
    backupAt: /^([01]\d|2[0-3]):[0-5]\d$/.test(form.backupAt)
      ? null
      : { key: 'admin.problem-time-of-day' },
    backupsKept: numberProblem(form.backupsKept, 1, 366),
    standbyAddress: addressProblem(form.standbyAddress.trim()),
  });
}

function addressProblem(address: string): Words | null {
  if (address === '') return null;
  if (address.length > MAX_ADDRESS_LENGTH)
    return { key: 'admin.problem-too-long', params: { most: MAX_ADDRESS_LENGTH } };
  const isWeb = URL.canParse(address) && /^https?:$/.test(new URL(address).protocol);
  return isWeb ? null : { key: 'admin.problem-address' };
}
