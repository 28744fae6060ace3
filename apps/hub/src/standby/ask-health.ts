import type { HubHistory } from '@motcua/protocol';
import { createHttpClient } from '@motcua/client/http';
import { health } from '@motcua/protocol/http';

const REQUEST_TIMEOUT_MS = 1_500;
/** OpenSSL reports names outside the constraints of an authority as unspecified. */
const DISTRUST =
  /^CERT_|_CERT_|_CERT$|^UNABLE_TO_(?:GET_ISSUER|VERIFY)|^(?:PERMITTED|EXCLUDED)_VIOLATION$|^UNSPECIFIED$/;

/** The history of the hub at an address; null when none answers there in time. */
export async function askHealth(
  url: string,
  timeoutMs = REQUEST_TIMEOUT_MS,
): Promise<HubHistory | null> {
  const hub = createHttpClient({ baseUrl: url, signal: () => AbortSignal.timeout(timeoutMs) });
  const answer = await hub.ask(health.read);
  return answer.ok ? answer.value.history : null;
}

/**
 * Whether a server listens at an address. One with an untrusted certificate counts, also one that had no certificate
 * before; one that only hangs up, as a cut cable does, does not.
 */
export async function isListening(url: string, timeoutMs = REQUEST_TIMEOUT_MS): Promise<boolean> {
  const overTls = new URL(url);
  overTls.protocol = 'https:';
  return (await answers(url, timeoutMs)) || answers(overTls.href, timeoutMs);
}

async function answers(url: string, timeoutMs: number): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(timeoutMs);
    await (await fetch(new URL(health.read.path, url), { signal })).body?.cancel();
    return true;
  } catch (cause) {
    return isDistrust(cause);
  }
}

/** Whether a request failed because of the certificate that was shown. */
export function isDistrust(cause: unknown): boolean {
  return DISTRUST.test(codeOf(cause) ?? '');
}

/** Why a connection failed; null: a timeout. */
function codeOf(failed: unknown): string | null {
  const cause = failed instanceof Error ? failed.cause : undefined;
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string'
    ? cause.code
    : null;
}
