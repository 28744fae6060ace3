import { pairDevice, type HubConnection } from '@motcua/client';
import { useHubState } from '@motcua/ui';
import { useEffect, useState } from 'react';
import type { TokenStore } from './token-store.ts';

/** While the hub does not know this device: asks to be let in and gives the code to show, else null. */
export function useDevicePairing(
  hub: HubConnection,
  tokens: TokenStore,
  name: string,
): string | null {
  const unknown = useHubState(hub).turnedAway === 'unknown-device';
  const [code, setCode] = useState<string | null>(null);
  useEffect(() => {
    if (!unknown) return;
    const giveUp = new AbortController();
    pairDevice({
      baseUrl: location.origin,
      role: 'display',
      name,
      onCode: setCode,
      signal: giveUp.signal,
    }).then(
      (token) => {
        tokens.write(token);
        hub.retry();
      },
      () => undefined,
    );
    return () => {
      giveUp.abort();
      setCode(null);
    };
  }, [hub, name, tokens, unknown]);
  return code;
}
