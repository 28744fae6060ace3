import { chmodSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Instant, ZoneClock } from '@motcua/domain';
import { makeFolder } from '@motcua/store';

/** A nightly backup, or one that was asked for in administration. */
export interface KeptBackup {
  readonly name: string;
  readonly madeAt: Instant;
  readonly bytes: number;
}

const DAY_MS = 24 * 3_600_000;
/** The time in the name is the site's own: people look for "before lunch yesterday", not for UTC. */
const NAME = /^motcua-\d{4}-\d{2}-\d{2}-\d{6}\.backup$/;

/** The backups in a folder, newest first; none when there is no such folder. */
export function backupsIn(dir: string): readonly KeptBackup[] {
  return namesIn(dir)
    .filter((name) => NAME.test(name))
    .flatMap((name) => {
      const file = statSync(join(dir, name), { throwIfNoEntry: false });
      return file === undefined
        ? []
        : [{ name, madeAt: Math.round(file.mtimeMs) as Instant, bytes: file.size }];
    })
    .toSorted((a, b) => (a.name < b.name ? 1 : -1));
}

/** The newest that is possible: one of tomorrow was made by a wrong clock, and does not count. */
export function newestBackup(dir: string, at: number): KeptBackup | null {
  return backupsIn(dir).find(({ madeAt }) => !isOfTomorrow(madeAt, at)) ?? null;
}

/** A clock that was set back by hours was not wrong before. */
function isOfTomorrow(madeAt: number, at: number): boolean {
  return madeAt - at > DAY_MS;
}

/** Makes the folder, for its owner only, and removes what an interrupted backup left. */
export function prepareBackupFolder(dir: string): void {
  makeFolder(dir);
  chmodSync(dir, 0o700);
  for (const name of namesIn(dir))
    if (/\.backup\.part(-journal)?$/.test(name)) rmSync(join(dir, name), { force: true });
}

/** Removes the oldest beyond `kept`; the newest stays in any case. Those of tomorrow count as the oldest. */
export function removeOldest(dir: string, kept: number, at: number): void {
  const [real, wrong] = [false, true].map((is) =>
    backupsIn(dir).filter(({ madeAt }) => isOfTomorrow(madeAt, at) === is),
  );
  for (const { name } of [...(real ?? []), ...(wrong ?? [])].slice(Math.max(1, kept)))
    rmSync(join(dir, name));
}

export function backupName(at: Instant, clock: ZoneClock): string {
  const minutes = clock.localTime(at);
  const two = (value: number) => String(value).padStart(2, '0');
  const seconds = two(Math.floor(at / 1000) % 60);
  return `motcua-${clock.localDate(at)}-${two(Math.floor(minutes / 60))}${two(minutes % 60)}${seconds}.backup`;
}

function namesIn(dir: string): readonly string[] {
  try {
    return readdirSync(dir);
  } catch {
    return [];
  }
}
