import {
  appendFileSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { T0 } from '@motcua/domain/builders';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkBackup, extractDatabase, finalizeBackup } from './backup-file.ts';
import { copyDatabase, stripCopy } from './copy-database.ts';
import { type Db, migrate, openDatabase, versionOf } from '../database/database.ts';
import { MIGRATIONS } from '../migrations/index.ts';

describe('a backup file', () => {
  let dir: string;
  let source: Db;
  let file: string;

  beforeEach(async () => {
    dir = mkdtempSync(join(tmpdir(), 'motcua-backup-'));
    source = openDatabase(join(dir, 'motcua.db'));
    file = join(dir, 'kept.backup');
    source.exec(`
      INSERT INTO journal (seq, at, command_id, by, fact) VALUES (1, ${T0}, 'c', '{}', '{}');
      INSERT INTO sealed (seq, body) VALUES (1, '{"note":"needs a sign language interpreter"}');
      INSERT INTO secret (owner_id, kind, hash, created_at) VALUES ('lan', 'password', 'hash-of-lan', 1);
      INSERT INTO session (token_hash, person_id, created_at, expires_at) VALUES ('cookie-of-lan', 'lan', 1, 2);
      INSERT INTO sign_in_link (token_hash, person_id, expires_at) VALUES ('link-of-lan', 'lan', 2);`);
    await copyDatabase(source, file);
    stripCopy(file);
    finalizeBackup(file, T0);
  });
  afterEach(() => {
    source.close();
    rmSync(dir, { recursive: true });
  });

  const bytes = () => readFileSync(file);

  it('says what it is, and restores the database that went in', () => {
    const manifest = checkBackup(file);
    expect(manifest).toMatchObject({ seq: 1, version: versionOf(source), madeAt: T0, epoch: 0 });
    if (typeof manifest === 'string') throw new Error(manifest);
    const out = join(dir, 'out.db');
    extractDatabase(file, manifest, out);
    const db = openDatabase(out);
    expect(db.prepare('SELECT hash FROM secret').all()).toEqual([{ hash: 'hash-of-lan' }]);
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    db.close();
  });

  it('is a database that any SQLite reads as it is', () => {
    const db = new Database(file, { readonly: true });
    expect(db.prepare('SELECT count(*) AS n FROM journal').get()).toEqual({ n: 1 });
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    db.close();
  });

  it('holds nothing confidential, and no session of a signed-in person', () => {
    for (const secret of ['sign language', 'cookie-of-lan', 'link-of-lan'])
      expect(bytes().includes(secret)).toBe(false);
    expect(bytes().includes('hash-of-lan')).toBe(true);
  });

  it('is damaged when any one byte was changed', () => {
    const whole = bytes();
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), (place, flip) => {
        const other = Buffer.from(whole);
        other[place] = (other[place] ?? 0) ^ flip;
        writeFileSync(file, other);
        expect(checkBackup(file)).toBeTypeOf('string');
      }),
      { numRuns: 200 },
    );
  });

  it('is invalid when it was cut off anywhere, or extended', () => {
    const whole = bytes();
    for (const length of [whole.length - 1, whole.length - 50, whole.length / 2, 1, 0]) {
      writeFileSync(file, whole);
      truncateSync(file, Math.floor(length));
      expect(checkBackup(file)).toBe('not-a-backup');
    }
    writeFileSync(file, whole);
    appendFileSync(file, 'more');
    expect(checkBackup(file)).toBe('not-a-backup');
  });

  it('is invalid when it is a picture, or a database without the last line', () => {
    writeFileSync(file, Buffer.alloc(10_000, 7));
    expect(checkBackup(file)).toBe('not-a-backup');
    writeFileSync(file, readFileSync(join(dir, 'motcua.db')));
    expect(checkBackup(file)).toBe('not-a-backup');
  });

  it('keeps the data of an older version unchanged, so that it can be restored before a migration', () => {
    const older = join(dir, 'older.db');
    const db = new Database(older);
    migrate(db, MIGRATIONS.slice(0, 2));
    db.close();
    stripCopy(older);
    finalizeBackup(older, T0);
    expect(checkBackup(older)).toMatchObject({ version: 2, database: '', epoch: 0, seq: 0 });
  });

  it('is newer than the program when its version says so', async () => {
    source.pragma(`user_version = ${versionOf(source) + 1}`);
    rmSync(file);
    await copyDatabase(source, file);
    stripCopy(file);
    finalizeBackup(file, T0);
    expect(checkBackup(file)).toBe('newer');
  });
});

describe('a copy of a database in use', () => {
  it('holds what its own hub writes meanwhile, and is a snapshot of what another writes', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'motcua-copy-'));
    const db = openDatabase(join(dir, 'motcua.db'));
    const add = db.prepare('INSERT INTO journal (seq, at, by, fact) VALUES (?, 0, ?, ?)');
    const filler = JSON.stringify('x'.repeat(2_000));
    for (let seq = 1; seq <= 1_000; seq += 1) add.run(seq, '{}', filler);
    let seq = 1_000;
    const writing = setInterval(() => add.run((seq += 1), '{}', filler), 0);
    await copyDatabase(db, join(dir, 'slow'), () => false);
    const other = openDatabase(join(dir, 'motcua.db'));
    await copyDatabase(other, join(dir, 'fast'), () => false, 'at-once');
    clearInterval(writing);
    other.close();
    db.close();

    for (const name of ['slow', 'fast']) {
      const copy = new Database(join(dir, name), { readonly: true });
      const { n, last } = copy
        .prepare<[], { n: number; last: number }>(
          'SELECT count(*) AS n, max(seq) AS last FROM journal',
        )
        .get() ?? { n: 0, last: -1 };
      expect(n).toBe(last);
      expect(n).toBeGreaterThanOrEqual(1_000);
      expect(copy.pragma('integrity_check', { simple: true })).toBe('ok');
      copy.close();
    }
    rmSync(dir, { recursive: true });
  });
});
