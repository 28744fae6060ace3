import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { type Db, migrate } from '@motcua/store';
import { MIGRATIONS } from '../../packages/store/src/migrations/index.ts';

export const VERSIONS = MIGRATIONS.map(({ version }) => version);
export const NEWEST = VERSIONS.at(-1) ?? 0;

type Row = Readonly<Record<string, unknown>>;
/** Every row of every table. */
export type Content = ReadonlyMap<string, readonly Row[]>;

/** Makes a file as that version left it: its tables, with rows that it and those before it wrote. */
export function writeOlderFile(file: string, version: number): void {
  const db = new Database(file);
  db.pragma('journal_mode = WAL');
  for (const migration of MIGRATIONS.filter((each) => each.version <= version)) {
    migrate(db, [migration]);
    db.exec(rowsOf(migration.version));
  }
  db.close();
}

/** Written by the program of that version and never edited: `rows/0001.sql` for version 1. */
function rowsOf(version: number): string {
  const name = `${String(version).padStart(4, '0')}.sql`;
  return readFileSync(join(import.meta.dirname, 'rows', name), 'utf8');
}

export function contentOf(db: Db): Content {
  const tables = db
    .prepare<[], { name: string }>(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`,
    )
    .all();
  return new Map(
    tables.map(({ name }) => [name, db.prepare<[], Row>(`SELECT * FROM ${name}`).all()]),
  );
}

/** Tables and indexes, as SQL. */
export function shapeOf(db: Db): readonly string[] {
  return db
    .prepare<[], { sql: string }>(
      'SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY sql',
    )
    .all()
    .map(({ sql }) => sql);
}

/** The content without the columns and tables that `older` did not have. */
export function asKnownTo(older: Content, content: Content): Content {
  return new Map(
    Array.from(older, ([table, rows]) => {
      const columns = Object.keys(rows[0] ?? {});
      const kept = content.get(table) ?? [];
      return [table, kept.map((row) => Object.fromEntries(columns.map((c) => [c, row[c]])))];
    }),
  );
}
