import type { PairedRole, Result } from '@motcua/domain';
import { pairing as described } from '@motcua/protocol/http';
import { createHttpClient, type HttpFetch } from '../http/http-client.ts';

export interface Pairing {
  /** Origin of the hub. */
  readonly baseUrl: string;
  readonly role: PairedRole;
  /** What the head of centre reads in the list of devices. */
  readonly name: string;
  /** Called with every new code; show it until the promise settles. */
  readonly onCode: (code: string) => void;
  /** Called when an administrator has refused; a new code is requested after a while. */
  readonly onRefused?: () => void;
  /** Called when the hub gave no usable answer, with the cause if there is one; the request is repeated. */
  readonly onTrouble?: (cause: unknown) => void;
  readonly signal: AbortSignal;
  readonly fetch?: HttpFetch;
  readonly pauseMs?: number;
  readonly refusedPauseMs?: number;
}

/** As long as the hub keeps the refusal; a reload of the page does not wait. */
const REFUSED_PAUSE_MS = 10 * 60_000;

/**
 * Requests a pairing until an administrator approves the six digits; resolves to the device token.
 * A hub that is away or has forgotten the code is asked anew. Rejects only when `signal` is aborted.
 */
export async function pairDevice(pairing: Pairing): Promise<string> {
  const { baseUrl, role, name, signal, onTrouble } = pairing;
  const { pauseMs = 1_000, refusedPauseMs = REFUSED_PAUSE_MS } = pairing;
  let fault: unknown;
  const hub = createHttpClient({
    baseUrl,
    fetch: pairing.fetch,
    signal: () => signal,
    onFault: (cause) => {
      fault = cause;
    },
  });
  const orNull = <T>(result: Result<T>): T | null => {
    if (signal.aborted) throw toError(signal.reason);
    if (result.ok) return result.value;
    onTrouble?.(fault);
    return null;
  };

  for (;;) {
    const request = orNull(await hub.ask(described.ask, { body: { role, name } }));
    if (request !== null) pairing.onCode(request.code);
    while (request !== null) {
      const { pairingId } = request;
      const answer = orNull(await hub.ask(described.state, { params: { pairingId } }));
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
