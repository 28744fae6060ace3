import type { HubLink, Pairing } from '@motcua/client';
import type { KioskFile } from '../kiosk-file.ts';
import type { KioskLog } from '../kiosk-log.ts';

/** Requests a device token when there is none, or when the hub does not know the present one any more. */
export interface PairingKeeper {
  readonly token: () => string | null;
  readonly isPairing: () => boolean;
  /** Six digits, while they wait to be approved. */
  readonly code: () => string | null;
  /** An administrator refused the kiosk. */
  readonly isRefused: () => boolean;
  readonly close: () => void;
}

export interface PairingKeeperOptions {
  readonly token: string | null;
  readonly file: Pick<KioskFile, 'writeToken'>;
  readonly pair: (pairing: Pick<Pairing, 'onCode' | 'onRefused' | 'signal'>) => Promise<string>;
  readonly onChange: () => void;
  readonly log: KioskLog;
}

export function createPairingKeeper(options: PairingKeeperOptions): PairingKeeper & {
  /** Starts once the hub link exists, because the link itself needs the token. */
  readonly watch: (hub: HubLink & { readonly retry: () => void }) => void;
} {
  const { file, log, onChange } = options;
  const giveUp = new AbortController();
  let token = options.token;
  let pairing = false;
  let code: string | null = null;
  let refused = false;

  async function pairAnew(retry: () => void): Promise<void> {
    pairing = true;
    token = null;
    onChange();
    try {
      await file.writeToken(null);
      token = await options.pair({ onCode: show, onRefused, signal: giveUp.signal });
      await file.writeToken(token);
      log.info({}, 'paired');
    } catch (cause) {
      if (!giveUp.signal.aborted) log.error({ err: cause }, 'pairing failed');
    }
    pairing = false;
    code = null;
    refused = false;
    if (giveUp.signal.aborted) return;
    retry();
    onChange();
  }

  function show(next: string): void {
    code = next;
    refused = false;
    log.info({ code: next }, 'waiting to be approved in admin');
    onChange();
  }

  function onRefused(): void {
    code = null;
    refused = true;
    log.warn({}, 'an administrator refused this kiosk; asking again later');
    onChange();
  }

  return {
    token: () => token,
    isPairing: () => pairing,
    code: () => code,
    isRefused: () => refused,
    close: () => giveUp.abort(),
    watch(hub) {
      const check = (): void => {
        const unknown = hub.getState().turnedAway === 'unknown-device';
        if (unknown && !pairing && !giveUp.signal.aborted) void pairAnew(() => hub.retry());
      };
      const unsubscribe = hub.subscribe(check);
      giveUp.signal.addEventListener('abort', unsubscribe, { once: true });
      check();
    },
  };
}
