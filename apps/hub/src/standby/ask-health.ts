import type { History } from '@motcua/protocol';
import { z } from 'zod';

const health = z.object({
  status: z.literal('ok'),
  history: z.object({ database: z.string(), epoch: z.number() }),
});
const PATIENCE_MS = 1_500;

/** Which history the hub at an address has; null when none answers there in time. */
export async function askHealth(url: string, patienceMs = PATIENCE_MS): Promise<History | null> {
  try {
    const response = await fetch(new URL('/health', url), {
      signal: AbortSignal.timeout(patienceMs),
    });
    return health.parse(await response.json()).history;
  } catch {
    return null;
  }
}
