import { createHttpClient } from '@motcua/client';
import { backups } from '@motcua/protocol/http';
import { Banner, useTexts } from '@motcua/ui';
import { useEffect, useState } from 'react';

/** Whether somebody must look after the backups; a hub that cannot be asked says nothing. */
async function askHub(): Promise<boolean> {
  const hub = createHttpClient({ baseUrl: location.origin });
  const answer = await hub.ask(backups.alarm);
  return answer.ok && answer.value.alarm;
}

/** Told where everybody passes in the morning: a centre whose backups fail learns it from whoever sees it first. */
export function BackupNotice({ ask = askHub }: { readonly ask?: () => Promise<boolean> }) {
  const t = useTexts();
  const [alarm, setAlarm] = useState(false);
  useEffect(() => {
    let left = false;
    void ask().then((told) => {
      if (!left) setAlarm(told);
    });
    return () => {
      left = true;
    };
  }, [ask]);
  return alarm ? <Banner tone="warning">{t('counter.backup-alarm')}</Banner> : null;
}
