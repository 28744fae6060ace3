import type { History } from '@motcua/protocol';
import { z } from 'zod';

const health = z.object({
  status: z.literal('ok'),
  history: z.object({ database: z.string(), epoch: z.number() }),
});
const PATIENCE_MS = 1_500;
/** Nobody listens there, or nothing leads there. */
const NOBODY: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'EHOSTDOWN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'ETIMEDOUT',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
]);
const DISTRUST = /^CERT_|_CERT_|_CERT$|^UNABLE_TO_(?:GET_ISSUER|VERIFY)/;

/** Which history the hub at an address has; null when none answers there in time. */
export async function askHealth(url: string, patienceMs = PATIENCE_MS): Promise<History | null> {
  try {
    return health.parse(await (await ask(url, patienceMs)).json()).history;
  } catch {
    return null;
  }
}

/**
 * Whether anything answers at an address. Somebody who hangs up or shows a certificate that is not trusted here is there
 * too; only the silence of a network, or of a process that hangs, is nobody.
 */
export async function isAnybodyThere(url: string, patienceMs = PATIENCE_MS): Promise<boolean> {
  try {
    await (await ask(url, patienceMs)).body?.cancel();
    return true;
  } catch (cause) {
    const code = codeOf(cause);
    return code !== null && !NOBODY.has(code);
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
