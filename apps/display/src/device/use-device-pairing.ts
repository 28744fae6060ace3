import { pairDevice, type HubConnection } from '@motcua/client';
import { useHubState } from '@motcua/ui';
import { useEffect, useState } from 'react';
import type { TokenStore } from './token-store.ts';

export interface DevicePairing {
  /** Six digits to show; null: not needed, or not yet received from the hub. */
  readonly code: string | null;
  /** An administrator refused the device. */
  readonly refused: boolean;
}

const NONE: DevicePairing = { code: null, refused: false };

/** Requests pairing while the hub does not know this device. */
export function useDevicePairing(
  hub: HubConnection,
  tokens: TokenStore,
  name: string,
): DevicePairing {
  const unknown = useHubState(hub).turnedAway === 'unknown-device';
  const [pairing, setPairing] = useState(NONE);
  useEffect(() => {
    if (!unknown) return;
    const giveUp = new AbortController();
    pairDevice({
      baseUrl: location.origin,
      role: 'display',
      name,
      onCode: (code) => setPairing({ code, refused: false }),
      onRefused: () => setPairing({ code: null, refused: true }),
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
      setPairing(NONE);
    };
  }, [hub, name, tokens, unknown]);
  return pairing;
}
