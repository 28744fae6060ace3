import { chmodSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { isDistrust } from './ask-health.ts';

const asked = z.object({ pairingId: z.string(), code: z.string() });
const state = z.discriminatedUnion('state', [
  z.object({ state: z.literal('waiting') }),
  z.object({ state: z.literal('approved'), token: z.string() }),
  z.object({ state: z.literal('refused') }),
  z.object({ state: z.literal('unknown') }),
]);
const kept = z.object({ token: z.string().min(1) });
const LOOK_EVERY_MS = 1_000;
const REFUSED_PAUSE_MS = 10 * 60_000;

/** The token by which the hub knows this standby, in its data folder; null: it has none yet. */
export function readStandbyToken(dataDir: string): string | null {
  try {
    return kept.parse(JSON.parse(readFileSync(fileIn(dataDir), 'utf8'))).token;
  } catch {
    return null;
  }
}

/** Readable by its owner only: it opens everything that the hub knows. */
export function writeStandbyToken(dataDir: string, token: string): void {
  const half = `${fileIn(dataDir)}.new`;
  writeFileSync(half, JSON.stringify({ token }), { mode: 0o600 });
  chmodSync(half, 0o600);
  renameSync(half, fileIn(dataDir));
}

export interface PairingNews {
  readonly code: (code: string) => void;
  /** An administrator said no; the hub is asked anew after a while. */
  readonly refused: () => void;
  /** The hub did not answer, or showed a certificate that nobody vouches for here; it is asked again. */
  readonly trouble: (kind: 'no-answer' | 'not-trusted') => void;
}

/** Asks until an administrator approves the six digits. Null when stopped. */
export async function pairStandby(
  hubUrl: string,
  name: string,
  news: PairingNews,
  signal: AbortSignal,
): Promise<string | null> {
  while (!signal.aborted) {
    const request = await ask('/api/pairing', asked, { role: 'standby', name });
    if (request !== null) news.code(request.code);
    while (request !== null && !signal.aborted) {
      const answer = await ask(`/api/pairing/${encodeURIComponent(request.pairingId)}`, state);
      if (answer?.state === 'approved') return answer.token;
      if (answer?.state === 'unknown') break;
      if (answer?.state === 'refused') {
        news.refused();
        await pause(REFUSED_PAUSE_MS, undefined, { signal }).catch(() => undefined);
        break;
      }
      await pause(LOOK_EVERY_MS, undefined, { signal }).catch(() => undefined);
    }
    await pause(LOOK_EVERY_MS, undefined, { signal }).catch(() => undefined);
  }
  return null;

  async function ask<T>(path: string, schema: z.ZodType<T>, body?: object): Promise<T | null> {
    try {
      const response = await fetch(new URL(path, hubUrl), {
        signal,
        ...(body === undefined
          ? {}
          : {
              method: 'POST',
              headers: { 'content-type': 'application/json' },
              body: JSON.stringify(body),
            }),
      });
      return schema.parse(await response.json());
    } catch (cause) {
      if (!signal.aborted) news.trouble(isDistrust(cause) ? 'not-trusted' : 'no-answer');
      return null;
    }
  }
}

const fileIn = (dataDir: string) => join(dataDir, 'standby.json');
