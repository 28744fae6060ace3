import type { Refusal } from '@motcua/domain';
import type { SetupLine, SetupRequest } from '@motcua/protocol/http';
import { useState } from 'react';
import type { HubApi } from '../hub-api/hub-api.ts';

export interface SetUpNow {
  readonly busy: boolean;
  readonly refusal: Refusal | null;
  /** What would change; null where it was refused. */
  readonly preview: (step: SetupRequest) => Promise<readonly SetupLine[] | null>;
  /** Whether it was done. */
  readonly apply: (step: SetupRequest) => Promise<boolean>;
}

/** Previews and carries out steps of the set-up, and keeps why the last one was refused. */
export function useSetUp(api: Pick<HubApi, 'previewSetup' | 'setUp'>): SetUpNow {
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const ask = async (call: () => ReturnType<HubApi['setUp']>) => {
    setBusy(true);
    const answer = await call();
    setBusy(false);
    setRefusal(answer.ok ? null : answer.refusal);
    return answer.ok ? answer.value.changes : null;
  };
  return {
    busy,
    refusal,
    preview: (step) => ask(() => api.previewSetup(step)),
    apply: async (step) => (await ask(() => api.setUp(step))) !== null,
  };
}
