import { readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Hub } from '../engine/hub.ts';

/** The name that a restore gives to the data that was there before. */
const KEPT = /^motcua-before-\d{8}T\d{6}\.db$/;
const DAY_MS = 24 * 60 * 60_000;

/**
 * Removes the data that restores left beside the hub's own, once its visits would be deleted as well.
 * Its age is in its name; a clock that was set back only makes it stay.
 */
export function deleteRestoreLeftovers({ state, store, now, clock }: Hub): void {
  if (store.db.memory || !clock.maySweep()) return;
  const folder = dirname(store.db.name);
  const oldest = now() - state.settings.site.retentionDays * DAY_MS;
  for (const name of readdirSync(folder).filter((each) => KEPT.test(each))) {
    if (keptAt(name) >= oldest) continue;
    for (const part of ['', '-wal', '-shm']) rmSync(join(folder, name + part), { force: true });
  }
}

function keptAt(name: string): number {
  const [, year, month, day, hour, minute, second] =
    /(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)/.exec(name) ?? [];
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
}
