import { Banner, Button, useTexts } from '@motcua/ui';
import type { HubApi } from '../hub-api/hub-api.ts';
import { useTold } from './use-told.ts';

export interface BackupAlarmProps {
  readonly api: Pick<HubApi, 'backups'>;
  readonly onShow: () => void;
}

const LOOK_EVERY_MS = 5 * 60_000;

/** On every page, because whoever answers for the centre seldom opens the one about backups. */
export function BackupAlarm({ api, onShow }: BackupAlarmProps) {
  const t = useTexts();
  const { told } = useTold(api.backups, LOOK_EVERY_MS);
  if (told === null || (told.failure === null && !told.old)) return null;
  return (
    <Banner
      tone="warning"
      action={<Button onPress={onShow}>{t('admin.backup-alarm-show')}</Button>}
    >
      {t(told.failure === null ? 'admin.backup-alarm-old' : 'admin.backup-alarm-failed')}
    </Banner>
  );
}
