import { Banner, Button, useTexts } from '@motcua/ui';
import type { HubApi } from '../hub-api/hub-api.ts';
import { usePolled } from './use-polled.ts';

export interface BackupAlarmProps {
  readonly api: Pick<HubApi, 'backups'>;
  readonly onShow: () => void;
}

const POLL_INTERVAL_MS = 5 * 60_000;

/** On every page, because the page about backups is rarely opened. */
export function BackupAlarm({ api, onShow }: BackupAlarmProps) {
  const t = useTexts();
  const { answer: backups } = usePolled(api.backups, POLL_INTERVAL_MS);
  if (backups === null || (backups.failure === null && !backups.old)) return null;
  return (
    <Banner
      tone="warning"
      action={<Button onPress={onShow}>{t('admin.backup-alarm-show')}</Button>}
    >
      {t(backups.failure === null ? 'admin.backup-alarm-old' : 'admin.backup-alarm-failed')}
    </Banner>
  );
}
