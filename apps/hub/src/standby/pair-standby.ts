import { chmodSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pairDevice } from '@motcua/client/pairing';
import { z } from 'zod';
import { isDistrust } from './ask-health.ts';

const kept = z.object({ token: z.string().min(1) });

/** The token of this standby at the hub, in its data folder; null: it has none yet. */
export function readStandbyToken(dataDir: string): string | null {
  try {
    return kept.parse(JSON.parse(readFileSync(fileIn(dataDir), 'utf8'))).token;
  } catch {
    return null;
  }
}

/** Readable by its owner only: it gives access to all data of the hub. */
export function writeStandbyToken(dataDir: string, token: string): void {
  const half = `${fileIn(dataDir)}.new`;
  writeFileSync(half, JSON.stringify({ token }), { mode: 0o600 });
  chmodSync(half, 0o600);
  renameSync(half, fileIn(dataDir));
}

export interface PairingNews {
  readonly code: (code: string) => void;
  /** An administrator refused; a new code is requested after a while. */
  readonly refused: () => void;
  /** The hub did not answer, or showed an untrusted certificate; the request is repeated. */
  readonly trouble: (kind: 'no-answer' | 'not-trusted') => void;
}

/** Requests a pairing until an administrator approves the six digits. Null when stopped. */
export async function pairStandby(
  hubUrl: string,
  name: string,
  news: PairingNews,
  signal: AbortSignal,
): Promise<string | null> {
  try {
    return await pairDevice({
      ...{ baseUrl: hubUrl, role: 'standby', name, signal },
      onCode: news.code,
      onRefused: news.refused,
      onTrouble: (cause) => news.trouble(isDistrust(cause) ? 'not-trusted' : 'no-answer'),
    });
  } catch (cause) {
    if (signal.aborted) return null;
    throw cause;
  }
}

const fileIn = (dataDir: string) => join(dataDir, 'standby.json');
