import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import {
  BACKUP_OLD_AFTER_MS,
  type Device,
  type LocalDate,
  type Person,
  type Setting,
  type Settings,
} from '@motcua/domain';
import { Journal, MIGRATIONS, StateTables, versionOf } from '@motcua/store';
import Database from 'better-sqlite3';
import { newestBackup } from '../jobs/backup-folder.ts';
import { LiveSettings } from '../engine/live-settings.ts';
import { readToday } from '../engine/load-live-state.ts';
import { bad, type Finding, look, well, type Words } from './finding.ts';

/** What the file itself says, whether a hub runs on it or not. */
export interface DataSeen {
  readonly finding: Finding;
  readonly devices: readonly Device[];
  readonly people: readonly Person[];
  readonly settings: Settings;
  readonly zone: string | null;
  readonly lastWrittenAt: number | null;
  /** The day that is open. */
  readonly today: LocalDate | null;
  readonly followed: string | null;
  /** Since when the hub's numbers carry a letter today, and which; null: they do not. */
  readonly lettered: { readonly at: number; readonly letters: string } | null;
  /** Where the second computer is, as administration was told; null: nobody said. */
  readonly standbyAddress: string | null;
}

const NOTHING = {
  ...{ devices: [], people: [], settings: new LiveSettings().all() },
  ...{ zone: null, lastWrittenAt: null, today: null },
  ...{ followed: null, standbyAddress: null, lettered: null },
} as const;

/** Looks without changing anything: SQLite's quick check, and what a start reads; `motcua verify` takes its time. */
export function lookAtData(dataDir: string): DataSeen {
  const file = join(dataDir, 'motcua.db');
  if (!existsSync(file))
    return { finding: look('doctor.data-none', { folder: dataDir }), ...NOTHING };
  let db: Database.Database | null = null;
  try {
    db = new Database(file, { fileMustExist: true, timeout: 5_000 });
    const damage = String(db.pragma('quick_check', { simple: true }));
    if (damage !== 'ok')
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

/** Reads what a hub reads when it starts, and throws as it would; older files are brought up to date before that. */
function proveStart(db: Database.Database): void {
  if (versionOf(db) !== (MIGRATIONS.at(-1)?.version ?? 0)) return;
  db.transaction(() => readToday(new Journal(db), new StateTables(db))).deferred();
}

/** The first of what SQLite lists, without its headline. */
function inOneLine(damage: string): string {
  return damage.split('\n').find((line) => !line.startsWith('***')) ?? damage;
}

function read(db: Database.Database): Omit<DataSeen, 'finding'> {
  const devices = db.prepare<[], { body: string }>('SELECT body FROM device').all();
  const people = db.prepare<[], { body: string }>('SELECT body FROM person').all();
  const settings = new LiveSettings();
  for (const { kind, body } of db
    .prepare<[], { kind: string; body: string }>('SELECT kind, body FROM setting')
    .iterate())
    settings.put({ kind, value: JSON.parse(body) as Setting['value'] } as Setting);
  const zone = db
    .prepare<[], { zone: string }>(
      `SELECT body ->> '$.zone' AS zone FROM setting WHERE kind = 'site'`,
    )
    .get();
  const kept = db
    .prepare<[], { address: string | null }>(
      `SELECT body ->> '$.standbyAddress' AS address FROM setting WHERE kind = 'safekeeping'`,
    )
    .get();
  const last = db
    .prepare<[], { at: number }>('SELECT at FROM journal ORDER BY seq DESC LIMIT 1')
    .get();
  const lettered = db
    .prepare<[], { at: number; letters: string }>(
      `SELECT at, fact ->> '$.letters' AS letters FROM journal
       WHERE seq >= (SELECT max(first_seq) FROM day) AND fact <> ''
         AND fact ->> '$.type' = 'history-lost' AND letters IS NOT NULL ORDER BY seq DESC LIMIT 1`,
    )
    .get();
  const day = db
    .prepare<[], { day: LocalDate }>('SELECT day FROM day ORDER BY first_seq DESC LIMIT 1')
    .get();
  const hasHistory =
    db.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'history'`).get() !== undefined;
  const followed = hasHistory
    ? db.prepare<[], { value: string }>(`SELECT value FROM history WHERE key = 'followed'`).get()
    : undefined;
  return {
    devices: devices.map(({ body }) => JSON.parse(body) as Device),
    people: people.map(({ body }) => JSON.parse(body) as Person),
    settings: settings.all(),
    zone: zone?.zone ?? null,
    lastWrittenAt: last?.at ?? null,
    today: day?.day ?? null,
    followed: followed?.value ?? null,
    standbyAddress: kept?.address ?? null,
    lettered: lettered ?? null,
  };
}

/** Numbers that look otherwise today, and why, before somebody wonders. */
export function checkNumbers(
  { lettered }: Pick<DataSeen, 'lettered'>,
  { time }: Words,
): readonly Finding[] {
  if (lettered === null) return [];
  const { at, letters } = lettered;
  return [look('doctor.numbers-with-letter', { time: time(at), letters })];
}

/** A second computer that nobody finds is none: pages and kiosks stay away, and the old hub does not step aside. */
export function checkStandby({
  devices,
  standbyAddress,
}: Pick<DataSeen, 'devices' | 'standbyAddress'>): readonly Finding[] {
  const isThere = devices.some(({ role, revoked }) => role === 'standby' && !revoked);
  return isThere && standbyAddress === null ? [look('doctor.standby-unknown')] : [];
}

export function checkBackups(
  folder: string,
  at: number,
  hasData: boolean,
  { age }: Words,
): readonly Finding[] {
  const newest = newestBackup(folder, at);
  if (newest === null) return hasData ? [look('doctor.backup-none', { folder })] : [];
  const old = at - newest.madeAt;
  return [
    old > BACKUP_OLD_AFTER_MS
      ? bad('doctor.backup-old', { age: age(old) })
      : well('doctor.backup-ok', { age: age(old), folder }),
  ];
}

/** A disk that breaks takes with it what lies beside the data; nothing where a folder is missing. */
export function checkBackupDisk(folder: string, dataDir: string): readonly Finding[] {
  try {
    return statSync(folder).dev === statSync(dataDir).dev
      ? [look('doctor.backup-same-disk', { folder })]
      : [];
  } catch {
    return [];
  }
}
