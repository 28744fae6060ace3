import { createHash, type Hash } from 'node:crypto';
import { closeSync, fstatSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs';
import Database from 'better-sqlite3';
import { versionOf } from '../database/database.ts';
import { MIGRATIONS } from '../migrations/index.ts';

/** The last line of a backup. */
export interface BackupManifest {
  /** Bytes of the database before this. */
  readonly bytes: number;
  readonly version: number;
  readonly database: string;
  readonly epoch: number;
  /** The journal's last position. */
  readonly seq: number;
  /** Milliseconds since 1970, UTC. */
  readonly madeAt: number;
}

/** Why a file cannot be restored. */
export type BackupProblem = 'not-a-backup' | 'damaged' | 'newer';

/**
 * A backup is one file: the database, readable by any SQLite, and one last line with what it is and a SHA-256 of
 * everything before. So a copy on a stick cannot lose its checksum, and needs no program to be unpacked.
 */
const MARK = '\nmotcua-backup ';
const LONGEST_LINE = 4_096;
const CHUNK = 1 << 20;

/** Puts the last line under a finished copy of a database, and syncs it. */
export function finalizeBackup(file: string, madeAt: number): BackupManifest {
  const said = describe(file, madeAt);
  const opened = openSync(file, 'r+');
  try {
    const { size } = fstatSync(opened);
    const manifest: BackupManifest = { bytes: size, ...said };
    const hash = hashOf(opened, size).update(JSON.stringify(manifest)).digest('hex');
    writeSync(opened, `${MARK}${JSON.stringify({ ...manifest, sha256: hash })}\n`, size);
    fsyncSync(opened);
    return manifest;
  } finally {
    closeSync(opened);
  }
}

/** The last line of a backup, once every byte was checked; or what is wrong with it. Throws when it cannot be read. */
export function checkBackup(file: string): BackupManifest | BackupProblem {
  const opened = openSync(file, 'r');
  try {
    const { size } = fstatSync(opened);
    const read = lastLineOf(opened, size);
    if (read === null) return 'not-a-backup';
    const { sha256, at, ...manifest } = read;
    if (manifest.bytes !== at) return 'damaged';
    const hash = hashOf(opened, at).update(JSON.stringify(manifest)).digest('hex');
    if (hash !== sha256) return 'damaged';
    return manifest.version > (MIGRATIONS.at(-1)?.version ?? 0) ? 'newer' : manifest;
  } finally {
    closeSync(opened);
  }
}

/** Copies the database out of a checked backup, and syncs it. */
export function extractDatabase(file: string, { bytes }: BackupManifest, to: string): void {
  const source = openSync(file, 'r');
  const target = openSync(to, 'w', 0o600);
  try {
    for (const chunk of chunksOf(source, bytes)) writeSync(target, chunk);
    fsyncSync(target);
  } finally {
    closeSync(target);
    closeSync(source);
  }
}

function describe(file: string, madeAt: number): Omit<BackupManifest, 'bytes'> {
  const db = new Database(file, { readonly: true });
  try {
    const history = historyIn(db);
    const last = db.prepare<[], { seq: number | null }>('SELECT max(seq) AS seq FROM journal');
    return {
      version: versionOf(db),
      database: history.get('database') ?? '',
      epoch: Number(history.get('epoch') ?? 0),
      seq: last.get()?.seq ?? 0,
      madeAt,
    };
  } finally {
    db.close();
  }
}

/** An older version wrote it: it is backed up as it is before it is migrated. */
function historyIn(db: Database.Database): ReadonlyMap<string, string> {
  const table = db.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'history'`).get();
  if (table === undefined) return new Map();
  const rows = db.prepare<[], { key: string; value: string }>('SELECT key, value FROM history');
  return new Map(rows.all().map(({ key, value }) => [key, value]));
}

type LastLine = BackupManifest & { readonly sha256: string; readonly at: number };

/** Null: there is none, because the file is something else or was cut off. */
function lastLineOf(opened: number, size: number): LastLine | null {
  const tail = Buffer.alloc(Math.min(size, LONGEST_LINE));
  readSync(opened, tail, 0, tail.length, size - tail.length);
  const found = tail.lastIndexOf(MARK);
  if (found < 0 || tail.at(-1) !== 0x0a) return null;
  try {
    const line: unknown = JSON.parse(tail.subarray(found + MARK.length).toString('utf8'));
    return isManifest(line) ? { ...line, at: size - tail.length + found } : null;
  } catch {
    return null;
  }
}

function isManifest(line: unknown): line is BackupManifest & { readonly sha256: string } {
  if (typeof line !== 'object' || line === null) return false;
  const fields = new Map<string, unknown>(Object.entries(line));
  const numbers = ['bytes', 'version', 'epoch', 'seq', 'madeAt'];
  return (
    numbers.every((name) => Number.isSafeInteger(fields.get(name))) &&
    ['database', 'sha256'].every((name) => typeof fields.get(name) === 'string')
  );
}

function hashOf(opened: number, bytes: number): Hash {
  const hash = createHash('sha256');
  for (const chunk of chunksOf(opened, bytes)) hash.update(chunk);
  return hash;
}

function* chunksOf(opened: number, bytes: number): Generator<Uint8Array> {
  const chunk = Buffer.alloc(CHUNK);
  for (let at = 0; at < bytes;) {
    const read = readSync(opened, chunk, 0, Math.min(CHUNK, bytes - at), at);
    if (read === 0) return;
    at += read;
    yield chunk.subarray(0, read);
  }
}
