import type { History } from '@motcua/protocol';
import { z } from 'zod';

const health = z.object({
  status: z.literal('ok'),
  history: z.object({ database: z.string(), epoch: z.number(), life: z.string().default('') }),
});
const PATIENCE_MS = 1_500;
/** OpenSSL calls unspecified what lies outside the names that an authority vouches for. */
const DISTRUST =
  /^CERT_|_CERT_|_CERT$|^UNABLE_TO_(?:GET_ISSUER|VERIFY)|^(?:PERMITTED|EXCLUDED)_VIOLATION$|^UNSPECIFIED$/;

/** Which history the hub at an address has; null when none answers there in time. */
export async function askHealth(url: string, patienceMs = PATIENCE_MS): Promise<History | null> {
  try {
    return health.parse(await (await ask(url, patienceMs)).json()).history;
  } catch {
    return null;
  }
}

/**
 * Whether anything answers at an address. Somebody whose certificate is not trusted here is there too, also one who was
 * known without a certificate until now; whoever only hangs up, as a cable that was cut does, is nobody.
 */
export async function isAnybodyThere(url: string, patienceMs = PATIENCE_MS): Promise<boolean> {
  const overTls = new URL(url);
  overTls.protocol = 'https:';
  return (await answers(url, patienceMs)) || answers(overTls.href, patienceMs);
}

async function answers(url: string, patienceMs: number): Promise<boolean> {
  try {
    await (await ask(url, patienceMs)).body?.cancel();
    return true;
  } catch (cause) {
    return isDistrust(cause);
  }
}

/** Whether a request failed because of the certificate that was shown. */
export function isDistrust(cause: unknown): boolean {
  return DISTRUST.test(codeOf(cause) ?? '');
}

/** Why a connection failed; null: it was silent for too long. */
function codeOf(failed: unknown): string | null {
  const cause = failed instanceof Error ? failed.cause : undefined;
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string'
    ? cause.code
    : null;
}

function ask(url: string, patienceMs: number): Promise<Response> {
  return fetch(new URL('/health', url), { signal: AbortSignal.timeout(patienceMs) });
}
