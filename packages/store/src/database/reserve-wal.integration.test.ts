import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from './database.ts';
import { eraseFromWal, reserveWal, WAL_PAGES } from './reserve-wal.ts';

describe('reserving the write-ahead log', () => {
  let dir: string;

  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'motcua-wal-'));
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));

  it('extends it at once, leaves the database as it was, and lets it be reused', () => {
    const file = join(dir, 'motcua.db');
    const db = openDatabase(file);
    db.prepare(`INSERT INTO day (day, first_seq) VALUES ('2026-11-23', 1)`).run();
    const shape = () => db.prepare('SELECT name, sql FROM sqlite_schema ORDER BY name').all();
    const before = shape();
    reserveWal(db);
    const size = () => statSync(`${file}-wal`).size;
    const roomy = size();

    expect(roomy).toBeGreaterThan(WAL_PAGES * 4_096);
    expect(shape()).toEqual(before);
    expect(db.pragma('page_count', { simple: true })).toBeLessThan(100);
    for (let day = 1; day <= 200; day += 1)
      db.prepare('INSERT INTO day (day, first_seq) VALUES (?, ?)').run(`2027-${day}`, day + 1);
    expect(size()).toBe(roomy);
    expect(db.prepare('SELECT count(*) AS days FROM day').get()).toEqual({ days: 201 });
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    db.close();
  });

  it('does nothing for a database in memory', () => {
    const db = openDatabase(':memory:');
    reserveWal(db);
    expect(db.inTransaction).toBe(false);
    db.close();
  });

  it('keeps nothing that was deleted, however long it grew, and is no larger night by night', () => {
    const file = join(dir, 'motcua.db');
    const db = openDatabase(file);
    reserveWal(db);
    const roomy = statSync(`${file}-wal`).size;
    const note = 'Nhờ con trai đi cùng '.repeat(200);
    db.pragma('wal_autocheckpoint = 0');
    const say = db.prepare('INSERT INTO sealed (seq, body) VALUES (?, ?)');
    for (let seq = 1; seq <= 3_000; seq += 1) say.run(seq, note);
    expect(statSync(`${file}-wal`).size).toBeGreaterThan(roomy);
    db.exec('DELETE FROM sealed');

    for (let night = 1; night <= 3; night += 1) {
      expect(eraseFromWal(db)).toBe(true);
      for (const each of [file, `${file}-wal`])
        expect(readFileSync(each).includes('con trai')).toBe(false);
      expect(statSync(`${file}-wal`).size).toBeLessThanOrEqual(roomy);
    }
    db.close();
  });

  it('waits for open readers', () => {
    const file = join(dir, 'motcua.db');
    const db = openDatabase(file);
    const reader = openDatabase(file);
    reader.exec('BEGIN');
    reader.prepare('SELECT * FROM day').all();
    db.prepare(`INSERT INTO day (day, first_seq) VALUES ('2026-11-23', 1)`).run();
    expect(eraseFromWal(db)).toBe(false);
    reader.exec('COMMIT');
    expect(eraseFromWal(db)).toBe(true);
    reader.close();
    db.close();
  });
});
