import { createHttpClient } from '@motcua/client';
import type { LocalDate } from '@motcua/domain';
import { clock } from '@motcua/protocol/http';
import { Banner, formatLocalDate, useLanguage, useTexts } from '@motcua/ui';
import { useEffect, useState } from 'react';

/** Whether the hub trusts its clock; no warning when the hub cannot be reached. */
async function askHub(): Promise<boolean> {
  const hub = createHttpClient({ baseUrl: location.origin });
  const answer = await hub.ask(clock.state);
  return answer.ok && answer.value.problem !== null;
}

const POLL_INTERVAL_MS = 60_000;

export interface ClockNoticeProps {
  readonly today: LocalDate;
  readonly ask?: (() => Promise<boolean>) | undefined;
}

/** Asks a person who sees a wrong date to inform an administrator. */
export function ClockNotice({ today, ask = askHub }: ClockNoticeProps) {
  const t = useTexts();
  const language = useLanguage();
  const [alarm, setAlarm] = useState(false);
  useEffect(() => {
    let left = false;
    const poll = () =>
      void ask().then((wrong) => {
        if (!left) setAlarm(wrong);
      });
    poll();
    const timer = setInterval(poll, POLL_INTERVAL_MS);
    return () => {
      left = true;
      clearInterval(timer);
    };
  }, [ask]);
  if (!alarm) return null;
  return (
    <Banner tone="warning">
      {t('counter.clock-alarm', { today: formatLocalDate(today, language) })}
    </Banner>
  );
}
