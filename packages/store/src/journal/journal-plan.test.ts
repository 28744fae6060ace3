import { expect, it } from 'vitest';
import { openDatabase } from '../database/database.ts';
import { Journal } from './journal.ts';

it('reads a journal of many years from its first row only where that is wanted', () => {
  const db = openDatabase(':memory:');
  const prepared: string[] = [];
  const recorded = db.prepare.bind(db);
  db.prepare = new Proxy(recorded, {
    apply: (prepare, _db, [sql]: [string]) => {
      prepared.push(sql);
      return prepare(sql);
    },
  });
  new Journal(db);
  const planOf = (sql: string) =>
    recorded<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
      .all(...Array.from(sql.matchAll(/\?/g), () => 1))
      .map(({ detail }) => detail);
  const fromTheFirst = /^SCAN journal|^SEARCH journal USING INTEGER PRIMARY KEY \(rowid<\?\)/;
  const whole = prepared.filter((sql) => planOf(sql).some((step) => fromTheFirst.test(step)));

  expect(prepared.length).toBeGreaterThan(20);
  expect(whole.map((sql) => sql.replaceAll(/\s+/g, ' ').trim())).toEqual([
    // An export's code is compared, and everything is verified, when a person asks for it.
    'SELECT 1 FROM journal WHERE hash = ?',
    'SELECT seq, at, command_id AS commandId, by, fact, address, digest, hash FROM journal ORDER BY seq',
    // One row at an end.
    'SELECT at FROM journal ORDER BY seq LIMIT 1',
    'SELECT at FROM journal ORDER BY seq DESC LIMIT 1',
  ]);
});
