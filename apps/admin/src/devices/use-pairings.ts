import type { Refusal } from '@motcua/domain';
import type { WaitingPairing } from '@motcua/protocol/http';
import { useCallback, useEffect, useState } from 'react';
import type { HubApi } from '../hub-api/hub-api.ts';

const POLL_INTERVAL_MS = 2_000;

export interface Pairings {
  readonly waiting: readonly WaitingPairing[];
  readonly refusal: Refusal | null;
  readonly poll: () => void;
}

/** The pairing requests, polled while the page is open and visible. */
export function usePairings(api: Pick<HubApi, 'pairings'>): Pairings {
  const [waiting, setWaiting] = useState<readonly WaitingPairing[]>([]);
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  const poll = useCallback(() => {
    if (document.visibilityState === 'hidden') return;
    void api.pairings().then((result) => {
      setRefusal(result.ok ? null : result.refusal);
      if (result.ok) setWaiting(result.value);
    });
  }, [api]);

  useEffect(() => {
    poll();
    const timer = setInterval(poll, POLL_INTERVAL_MS);
    return () => clearInterval(timer);
  }, [poll]);

  return { waiting, refusal, poll };
}
