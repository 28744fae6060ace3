import { createHttpClient } from '@motcua/client';
import { backups } from '@motcua/protocol/http';
import { Banner, useTexts } from '@motcua/ui';
import { useEffect, useState } from 'react';

/** Whether the backups need attention; false when the hub cannot be reached. */
async function askHub(): Promise<boolean> {
  const hub = createHttpClient({ baseUrl: location.origin });
  const answer = await hub.ask(backups.alarm);
  return answer.ok && answer.value.alarm;
}

/** Shown to every clerk, so that failing backups are noticed within a day. */
export function BackupNotice({
  ask = askHub,
}: {
  readonly ask?: (() => Promise<boolean>) | undefined;
}) {
  const t = useTexts();
  const [alarm, setAlarm] = useState(false);
  useEffect(() => {
    let left = false;
    void ask().then((failed) => {
      if (!left) setAlarm(failed);
    });
    return () => {
      left = true;
    };
  }, [ask]);
  return alarm ? <Banner tone="warning">{t('counter.backup-alarm')}</Banner> : null;
}
