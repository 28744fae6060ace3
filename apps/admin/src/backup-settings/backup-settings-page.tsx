import { useTexts } from '@motcua/ui';
import { TextField } from '../forms/fields.tsx';
import { SettingFormFrame } from '../forms/setting-form-frame.tsx';
import { useSettingForm } from '../forms/use-setting-form.ts';
import { PageHead } from '../frame/page-head.tsx';
import type { PageProps } from '../frame/page-props.ts';
import { BackupCard } from './backup-card.tsx';
import {
  checkBackupSettings,
  toBackupSettings,
  toBackupSettingsForm,
} from './backup-settings-form.ts';
import { Card } from '../frame/card.tsx';

/** Backups, and the standby. */
export function BackupSettingsPage(props: Pick<PageProps, 'hub' | 'mirror' | 'api'>) {
  const { hub, mirror, api } = props;
  const t = useTexts();
  return (
    <>
      <PageHead title={t('admin.page-safekeeping')} lead={t('admin.safekeeping-lead')} />
      <BackupCard api={api} zone={mirror.settings.site.zone} />
      <BackupRules hub={hub} mirror={mirror} />
    </>
  );
}

/** When, how many, and the address of the standby: part of setting the centre up. */
function BackupRules({ hub, mirror }: Pick<PageProps, 'hub' | 'mirror'>) {
  const t = useTexts();
  const { safekeeping } = mirror.settings;
  const setting = useSettingForm({
    hub,
    kind: 'safekeeping',
    saved: safekeeping,
    fresh: toBackupSettingsForm(safekeeping),
    check: checkBackupSettings,
    toForm: toBackupSettingsForm,
    toValue: toBackupSettings,
  });
  const { form, edit, problem } = setting;
  return (
    <SettingFormFrame setting={setting}>
      <Card>
        <h2>{t('admin.backup-nightly')}</h2>
        <TextField
          label={t('admin.field-backup-at')}
          hint={t('admin.hint-backup-at')}
          value={form.backupAt}
          onChange={(backupAt) => edit({ backupAt })}
          width={8}
          problem={problem('backupAt')}
        />
        <TextField
          label={t('admin.field-backups-kept')}
          hint={t('admin.hint-backups-kept')}
          value={form.backupsKept}
          onChange={(backupsKept) => edit({ backupsKept })}
          width={8}
          problem={problem('backupsKept')}
        />
      </Card>
      <Card>
        <h2>{t('admin.standby')}</h2>
        <TextField
          label={t('admin.field-standby')}
          hint={t('admin.hint-standby')}
          value={form.standbyAddress}
          onChange={(standbyAddress) => edit({ standbyAddress })}
          problem={problem('standbyAddress')}
        />
      </Card>
    </SettingFormFrame>
  );
}
