import { statfsSync } from 'node:fs';
import type { Beat } from '@motcua/protocol';
import kiosk from '../../../package.json' with { type: 'json' };

const { version } = kiosk;

/** What administration wants to know of a kiosk before it stops: its version, and the room on its disk. */
export function kioskVitals(dataDir: string): Omit<Beat, 'at'> {
  try {
    const { bavail, bsize } = statfsSync(dataDir);
    return { version, freeBytes: bavail * bsize };
  } catch {
    return { version, freeBytes: null };
  }
}
