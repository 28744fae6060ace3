import type { HubState } from '@motcua/client';
import { useEffect, useState } from 'react';
import { stalenessOf, type Staleness } from './staleness.ts';

/** How old the picture is, looked at anew each second. */
export function useStaleness(state: HubState): Staleness | null {
  const live = state.connection === 'live';
  const [now, setNow] = useState(Date.now);
  const [offlineForMs, setOfflineForMs] = useState(0);
  useEffect(() => {
    const since = Date.now();
    const timer = setInterval(() => {
      setNow(Date.now());
      setOfflineForMs(live ? 0 : Date.now() - since);
    }, 1_000);
    return () => {
      clearInterval(timer);
      setOfflineForMs(0);
    };
  }, [live]);
  return stalenessOf(state, now, offlineForMs);
}
