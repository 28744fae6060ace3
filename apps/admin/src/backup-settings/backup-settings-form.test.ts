import { USUAL_BACKUP_SETTINGS } from '@motcua/domain';
import { describe, expect, it } from 'vitest';
import {
  checkBackupSettings,
  toBackupSettings,
  toBackupSettingsForm,
} from './backup-settings-form.ts';

const FORM = toBackupSettingsForm(USUAL_BACKUP_SETTINGS);

describe('the form of the backup settings', () => {
  it('shows what the hub has, and nothing else', () => {
    expect(toBackupSettings(FORM)).toEqual(USUAL_BACKUP_SETTINGS);
    expect(checkBackupSettings(FORM)).toEqual({});
  });

  it('takes the address of a page for its hub', () => {
    const form = { ...FORM, standbyAddress: ' http://192.168.1.11:7100/admin/#today ' };
    expect(checkBackupSettings(form)).toEqual({});
    expect(toBackupSettings(form).standbyAddress).toBe('http://192.168.1.11:7100');
  });

  it.each([
    [{ backupAt: '7 giờ' }, 'backupAt'],
    [{ backupAt: '24:00' }, 'backupAt'],
    [{ backupsKept: '0' }, 'backupsKept'],
    [{ standbyAddress: 'PC 2' }, 'standbyAddress'],
    [{ standbyAddress: 'ftp://pc2' }, 'standbyAddress'],
  ])('does not save %j', (part, field) => {
    expect(Object.keys(checkBackupSettings({ ...FORM, ...part }))).toEqual([field]);
  });
});
