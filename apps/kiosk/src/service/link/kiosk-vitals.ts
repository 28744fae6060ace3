import { statfsSync } from 'node:fs';
import type { Beat } from '@motcua/protocol';
import kiosk from '../../../package.json' with { type: 'json' };

const { version } = kiosk;

/** What administration monitors of a kiosk: its version and the free space on its disk. */
export function kioskVitals(dataDir: string): Omit<Beat, 'at'> {
  try {
    const { bavail, bsize } = statfsSync(dataDir);
    return { version, freeBytes: bavail * bsize };
  } catch {
    return { version, freeBytes: null };
  }
}
