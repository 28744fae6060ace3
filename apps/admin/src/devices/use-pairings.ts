import type { Refusal } from '@motcua/domain';
import type { WaitingPairing } from '@motcua/protocol/http';
import { useCallback, useEffect, useState } from 'react';
import type { HubApi } from '../hub-api/hub-api.ts';

const LOOK_AGAIN_MS = 2_000;

export interface Pairings {
  readonly waiting: readonly WaitingPairing[];
  readonly refusal: Refusal | null;
  readonly look: () => void;
}

/** Who asks to be let in, looked up again while the page is open and seen. */
export function usePairings(api: Pick<HubApi, 'pairings'>): Pairings {
  const [waiting, setWaiting] = useState<readonly WaitingPairing[]>([]);
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  const look = useCallback(() => {
    if (document.visibilityState === 'hidden') return;
    void api.pairings().then((result) => {
      setRefusal(result.ok ? null : result.refusal);
      if (result.ok) setWaiting(result.value);
    });
  }, [api]);

  useEffect(() => {
    look();
    const timer = setInterval(look, LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [look]);

  return { waiting, refusal, look };
}
