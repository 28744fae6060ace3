import type { Refusal } from '@motcua/domain';
import { useEffect, useState } from 'react';
import type { HubApi } from '../hub-api/hub-api.ts';

/** The hub computes it anew each half minute. */
const READ_EVERY_MS = 15_000;

type Answer = Awaited<ReturnType<HubApi['nextHour']>>;
export type NextHourRead = Extract<Answer, { readonly ok: true }>['value'];

/** What the hub expects of the next hour; null: not read yet. */
export function useNextHour(api: Pick<HubApi, 'nextHour'>): NextHourRead | Refusal | null {
  const [read, setRead] = useState<NextHourRead | Refusal | null>(null);
  useEffect(() => {
    let wanted = true;
    const ask = (): void => {
      void api.nextHour().then((answer) => {
        if (wanted) setRead(answer.ok ? answer.value : answer.refusal);
      });
    };
    ask();
    const timer = setInterval(ask, READ_EVERY_MS);
    return () => {
      wanted = false;
      clearInterval(timer);
    };
  }, [api]);
  return read;
}
