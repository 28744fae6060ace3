import type { DeviceRole } from '@motcua/domain';

export interface Pairing {
  /** Origin of the hub. */
  readonly baseUrl: string;
  readonly role: DeviceRole;
  /** What the head of centre reads in the list of devices. */
  readonly name: string;
  /** Called with every new code; show it until the promise settles. */
  readonly onCode: (code: string) => void;
  /** Called when somebody has refused; the hub is asked anew after a while. */
  readonly onRefused?: () => void;
  readonly signal: AbortSignal;
  readonly fetch?: typeof fetch;
  readonly pauseMs?: number;
  readonly refusedPauseMs?: number;
}

/** As long as the hub keeps the refusal; whoever comes by before can load the page anew. */
const REFUSED_PAUSE_MS = 10 * 60_000;

/**
 * Asks the hub to be let in until somebody approves the six digits; resolves to the device token.
 * A hub that is away or has forgotten us is asked anew. Rejects only when `signal` is aborted.
 */
export async function pairDevice(pairing: Pairing): Promise<string> {
  const { signal, pauseMs = 1_000, refusedPauseMs = REFUSED_PAUSE_MS } = pairing;
  for (;;) {
    const request = await askToBeLetIn(pairing);
    while (request !== null) {
      const answer = await poll(pairing, request.pairingId);
      if (answer?.state === 'approved') return answer.token;
      if (answer?.state === 'unknown') break;
      if (answer?.state === 'refused') {
        pairing.onRefused?.();
        await pause(refusedPauseMs, signal);
        break;
      }
      await pause(pauseMs, signal);
    }
    await pause(pauseMs, signal);
  }
}

interface PairingRequest {
  readonly pairingId: string;
}

type PairingAnswer =
  | { readonly state: 'waiting' }
  | { readonly state: 'approved'; readonly token: string }
  | { readonly state: 'refused' }
  | { readonly state: 'unknown' };

async function askToBeLetIn(pairing: Pairing): Promise<PairingRequest | null> {
  const { role, name, onCode } = pairing;
  const body = await ask(pairing, '/api/pairing', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ role, name }),
  });
  const { pairingId, code } = body ?? {};
  if (typeof pairingId !== 'string' || typeof code !== 'string') return null;
  onCode(code);
  return { pairingId };
}

/** Null when the hub cannot be understood or reached now. */
async function poll(pairing: Pairing, pairingId: string): Promise<PairingAnswer | null> {
  const body = await ask(pairing, `/api/pairing/${encodeURIComponent(pairingId)}`, {});
  const { state, token } = body ?? {};
  if (state === 'waiting' || state === 'refused' || state === 'unknown') return { state };
  return state === 'approved' && typeof token === 'string' ? { state, token } : null;
}

async function ask(
  { baseUrl, signal, fetch: get = fetch }: Pairing,
  path: string,
  init: RequestInit,
): Promise<Readonly<Record<string, unknown>> | null> {
  try {
    const response = await get(new URL(path, baseUrl), { ...init, signal });
    const body: unknown = await response.json();
    return typeof body === 'object' && body !== null ? { ...body } : null;
  } catch (cause) {
    if (signal.aborted) throw cause;
    return null;
  }
}

function pause(pauseMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      reject(toError(signal.reason));
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, pauseMs);
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
}

function toError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error('Pairing was given up', { cause: reason });
}
