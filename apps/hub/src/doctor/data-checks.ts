import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { BACKUP_OLD_AFTER_MS, type Settings, USUAL_BACKUP_SETTINGS } from '@motcua/domain';
import {
  damageOf,
  type DataSurvey,
  type Db,
  Journal,
  MIGRATIONS,
  openDatabaseAsItIs,
  StateTables,
  surveyData,
  versionOf,
} from '@motcua/store';
import { newestBackup } from '../backups/backup-folder.ts';
import { LiveSettings } from '../engine/live-settings.ts';
import { readToday } from '../engine/load-live-state.ts';
import { bad, type Finding, attention, well, type Words } from './finding.ts';

/** What the file itself holds, whether a hub runs on it or not. */
export interface DataSeen extends Omit<DataSurvey, 'settings'> {
  readonly finding: Finding;
  readonly settings: Settings;
  readonly zone: string | null;
  /** The address of the standby from the settings; null: not set. */
  readonly standbyAddress: string | null;
}

const NOTHING = {
  ...{ devices: [], people: [], settings: new LiveSettings().all() },
  ...{ zone: null, lastWrittenAt: null, today: null },
  ...{ followed: null, standbyAddress: null, lettered: null },
} as const;

/** Checks without changing anything: SQLite's quick check, and what a start reads; `motcua verify` takes longer. */
export function readData(dataDir: string): DataSeen {
  const file = join(dataDir, 'motcua.db');
  if (!existsSync(file))
    return { finding: attention('doctor.data-none', { folder: dataDir }), ...NOTHING };
  let db: Db | null = null;
  try {
    db = openDatabaseAsItIs(file);
    const damage = damageOf(db, 'quick');
    if (damage !== null)
      return { finding: bad('doctor.data-bad', { why: inOneLine(damage) }), ...NOTHING };
    proveStart(db);
    return { finding: well('doctor.data-ok'), ...read(db) };
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    return { finding: bad('doctor.data-bad', { why: inOneLine(why) }), ...NOTHING };
  } finally {
    db?.close();
  }
}

/** Reads what a hub reads when it starts, and throws as it would; older files are migrated before that. */
function proveStart(db: Db): void {
  if (versionOf(db) !== (MIGRATIONS.at(-1)?.version ?? 0)) return;
  db.transaction(() => readToday(new Journal(db), new StateTables(db))).deferred();
}

/** The first of SQLite's findings, without its headline. */
function inOneLine(damage: string): string {
  return damage.split('\n').find((line) => !line.startsWith('***')) ?? damage;
}

function read(db: Db): Omit<DataSeen, 'finding'> {
  const survey = surveyData(db);
  const settings = new LiveSettings();
  for (const setting of survey.settings) settings.put(setting);
  const { site, safekeeping } = settings.all();
  return {
    ...survey,
    settings: settings.all(),
    zone: settings.isSetUp ? site.zone : null,
    // An older program stored it without an address.
    standbyAddress: { ...USUAL_BACKUP_SETTINGS, ...safekeeping }.standbyAddress,
  };
}

/** Numbers that carry a letter today, and why. */
export function checkNumbers(
  { lettered }: Pick<DataSeen, 'lettered'>,
  { time }: Words,
): readonly Finding[] {
  if (lettered === null) return [];
  const { at, letters } = lettered;
  return [attention('doctor.numbers-with-letter', { time: time(at), letters })];
}

/** A standby without an address is useless: pages and kiosks do not move to it, and the old hub does not step aside. */
export function checkStandby({
  devices,
  standbyAddress,
}: Pick<DataSeen, 'devices' | 'standbyAddress'>): readonly Finding[] {
  const isThere = devices.some(({ role, revoked }) => role === 'standby' && !revoked);
  return isThere && standbyAddress === null ? [attention('doctor.standby-unknown')] : [];
}

export function checkBackups(
  folder: string,
  at: number,
  hasData: boolean,
  { age }: Words,
): readonly Finding[] {
  const newest = newestBackup(folder, at);
  if (newest === null) return hasData ? [attention('doctor.backup-none', { folder })] : [];
  const old = at - newest.madeAt;
  return [
    old > BACKUP_OLD_AFTER_MS
      ? bad('doctor.backup-old', { age: age(old) })
      : well('doctor.backup-ok', { age: age(old), folder }),
  ];
}

/** A broken disk takes backups on it along; null where a folder is missing. */
export function checkBackupDisk(folder: string, dataDir: string): readonly Finding[] {
  try {
    return statSync(folder).dev === statSync(dataDir).dev
      ? [attention('doctor.backup-same-disk', { folder })]
      : [];
  } catch {
    return [];
  }
}
