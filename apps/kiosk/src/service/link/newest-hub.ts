import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NewestHub } from '@motcua/client';
import { z } from 'zod';

const content = z.object({ database: z.string(), epoch: z.number(), life: z.string().default('') });

/** Persists which hub was the newest: a restarted kiosk must refuse an outdated one too. */
export function openNewestHub(dataDir: string): NewestHub {
  const file = join(dataDir, 'newest-hub.json');
  return {
    read() {
      try {
        return content.parse(JSON.parse(readFileSync(file, 'utf8')));
      } catch {
        return null;
      }
    },
    write(history) {
      // With a full disk the kiosk goes on without this.
      try {
        writeFileSync(`${file}.new`, JSON.stringify(history));
        renameSync(`${file}.new`, file);
      } catch {
        return;
      }
    },
  };
}
