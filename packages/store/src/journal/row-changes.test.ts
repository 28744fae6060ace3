import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Db, openDatabase } from '../database/database.ts';
import {
  applyRows,
  emptyTable,
  readRows,
  type RowWatch,
  sharedTables,
  watchRows,
} from './row-changes.ts';

describe('rows that are replicated', () => {
  let hub: Db;
  let follower: Db;
  let watch: RowWatch;

  beforeEach(() => {
    hub = openDatabase(':memory:');
    follower = openDatabase(':memory:');
    watch = watchRows(hub);
  });
  afterEach(() => {
    hub.close();
    follower.close();
  });

  const send = () => {
    const changes = JSON.parse(JSON.stringify(watch.take())) as ReturnType<RowWatch['take']>;
    follower.transaction(() => applyRows(follower, changes))();
    return changes;
  };
  const rows = (db: Db, table: string) => db.prepare(`SELECT * FROM ${table}`).all();
  const sameInBoth = () => {
    for (const { name } of sharedTables(hub)) expect(rows(follower, name)).toEqual(rows(hub, name));
  };

  it('are written, rewritten and removed as in the hub, by whatever statement', () => {
    hub.exec(`
      INSERT INTO journal (seq, at, by, fact) VALUES (1, 5, '{}', '{}'), (2, 6, '{}', '{}');
      INSERT INTO sealed (seq, body) VALUES (2, 'in confidence');
      INSERT INTO visit (day, number, seq) VALUES ('2026-11-23', 'H001', 1);
      INSERT INTO secret (owner_id, kind, hash, created_at) VALUES ('lan', 'password', 'a', 1);`);
    send();
    sameInBoth();
    expect(rows(follower, 'journal')).toHaveLength(2);
    hub.exec(`
      UPDATE visit SET seq = 2; UPDATE secret SET hash = 'b'; UPDATE secret SET owner_id = 'hoa';
      DELETE FROM sealed; DELETE FROM journal WHERE seq = 1;`);
    send();
    sameInBoth();
    expect(rows(follower, 'sealed')).toEqual([]);
    expect(send()).toEqual([]);
  });

  it('are not reported when their transaction was rolled back', () => {
    hub.exec(`BEGIN; INSERT INTO sealed (seq, body) VALUES (1, 'x'); ROLLBACK`);
    expect(watch.take()).toEqual([]);
  });

  it('leave out who is signed in, and which history it is', () => {
    hub.exec(`
      INSERT INTO session (token_hash, person_id, created_at, expires_at) VALUES ('t', 'lan', 1, 2);
      UPDATE history SET value = '7' WHERE key = 'epoch'`);
    expect(watch.take()).toEqual([]);
  });

  it('keep bytes, and cover a table that this code does not name', () => {
    for (const db of [hub, follower])
      db.exec('CREATE TABLE later (id TEXT PRIMARY KEY, body BLOB) STRICT');
    watch.stop();
    watch = watchRows(hub);
    hub.prepare('INSERT INTO later VALUES (?, ?)').run('a', Buffer.from([0, 255, 1]));
    send();
    sameInBoth();
    expect(rows(follower, 'later')).toEqual([{ id: 'a', body: Buffer.from([0, 255, 1]) }]);
  });

  it('can be read unchanged, in pieces', () => {
    for (let seq = 1; seq <= 5; seq += 1) hub.exec(`INSERT INTO sealed VALUES (${seq}, 'x')`);
    const table = sharedTables(hub).find(({ name }) => name === 'sealed');
    if (table === undefined) throw new Error('There is no such table');
    follower.exec(`INSERT INTO sealed VALUES (9, 'of yesterday')`);
    emptyTable(follower, table);
    const pieces = [...readRows(hub, table, { atOnce: 2, where: 'seq > 1' })];
    applyRows(follower, pieces);

    expect(pieces.map((piece) => piece.rows.length)).toEqual([2, 2]);
    expect(rows(follower, 'sealed')).toHaveLength(4);
  });

  it('refuse a table of another shape', () => {
    const change = { table: 'sealed', columns: ['seq'], rows: [], keys: ['seq'], gone: [] };
    expect(() => applyRows(follower, [change])).toThrow('The table sealed has another shape here');
    expect(() => applyRows(follower, [{ ...change, table: 'session' }])).toThrow(
      'The table session has another shape here',
    );
  });

  it('cost nothing once they are not watched any more', () => {
    watch.stop();
    hub.exec(`INSERT INTO sealed VALUES (1, 'x')`);
    expect(rows(hub, 'sqlite_temp_schema')).toEqual([]);
  });
});
