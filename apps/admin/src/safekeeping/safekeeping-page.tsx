import { useTexts } from '@motcua/ui';
import { TextField } from '../forms/fields.tsx';
import { SettingFormFrame } from '../forms/setting-form-frame.tsx';
import { useSettingForm } from '../forms/use-setting-form.ts';
import { PageHead } from '../frame/page-head.tsx';
import type { PageProps } from '../frame/page-props.ts';
import { BackupCard } from './backup-card.tsx';
import { checkSafekeeping, toSafekeeping, toSafekeepingForm } from './safekeeping-form.ts';
import { Card } from '../frame/card.tsx';

/** How the centre keeps its data: backups, and the second computer. */
export function SafekeepingPage(props: Pick<PageProps, 'hub' | 'mirror' | 'api'>) {
  const { hub, mirror, api } = props;
  const t = useTexts();
  return (
    <>
      <PageHead title={t('admin.page-safekeeping')} lead={t('admin.safekeeping-lead')} />
      <BackupCard api={api} zone={mirror.settings.site.zone} />
      <SafekeepingRules hub={hub} mirror={mirror} />
    </>
  );
}

/** When, how many, and where the second computer is: part of setting the centre up. */
function SafekeepingRules({ hub, mirror }: Pick<PageProps, 'hub' | 'mirror'>) {
  const t = useTexts();
  const { safekeeping } = mirror.settings;
  const setting = useSettingForm({
    hub,
    kind: 'safekeeping',
    saved: safekeeping,
    fresh: toSafekeepingForm(safekeeping),
    check: checkSafekeeping,
    toForm: toSafekeepingForm,
    toValue: toSafekeeping,
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
