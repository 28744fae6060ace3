import { Banner, useTexts } from '@motcua/ui';
import { useEffect, useState } from 'react';

/** Whether the backups need attention; false when the hub cannot be reached. */
async function askHub(): Promise<boolean> {
  try {
    const answer: unknown = await (await fetch('/api/backups/alarm')).json();
    return typeof answer === 'object' && answer !== null && Reflect.get(answer, 'alarm') === true;
  } catch {
    return false;
  }
}

/** Shown to every clerk, so that failing backups are noticed within a day. */
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
