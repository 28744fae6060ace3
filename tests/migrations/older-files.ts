import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { type Db, migrate, versionOf } from '@motcua/store';
import { MIGRATIONS } from '../../packages/store/src/migrations/index.ts';

export const VERSIONS = MIGRATIONS.map(({ version }) => version);
export const NEWEST = VERSIONS.at(-1) ?? 0;

type Row = Readonly<Record<string, unknown>>;
/** Every row of every table; a visit's with its last state in the journal, wherever its version stored that. */
export type Content = ReadonlyMap<string, readonly Row[]>;

/** Makes a file as left by that version: its tables, with rows written by it and earlier ones. */
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

const VISITS = {
  inTheRow: 'visit ORDER BY day, number',
  inTheJournal: `(SELECT day, number, fact -> '$.visit' AS body FROM visit JOIN journal USING (seq)
    ORDER BY day, number)`,
} as const;

export function contentOf(db: Db): Content {
  const tables = db
    .prepare<[], { name: string }>(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`,
    )
    .all();
  return new Map(
    tables.map(({ name }) => {
      const rows =
        name === 'visit' ? VISITS[versionOf(db) < 4 ? 'inTheRow' : 'inTheJournal'] : name;
      return [name, db.prepare<[], Row>(`SELECT * FROM ${rows}`).all()];
    }),
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

/** The content without the tables, columns and JSON fields that `older` did not have. */
export function asKnownTo(older: Content, content: Content): Content {
  return new Map(
    Array.from(older, ([table, rows]) => {
      const kept = content.get(table) ?? [];
      return [table, kept.map((row, index) => knownIn(rows[index] ?? {}, row) as Row)];
    }),
  );
}

function knownIn(older: unknown, value: unknown): unknown {
  const [olderTree, tree] = [treeOf(older), treeOf(value)];
  if (olderTree === null || tree === null) return value;
  const known = Object.fromEntries(
    Object.keys(olderTree).map((key) => [key, knownIn(olderTree[key], tree[key])]),
  );
  if (typeof value === 'string') return JSON.stringify(known);
  return Array.isArray(value) ? Object.values(known) : known;
}

/** An object, or the one in a JSON text; null for everything else. */
function treeOf(value: unknown): Record<string, unknown> | null {
  if (typeof value === 'object' && value !== null) return value as Record<string, unknown>;
  return typeof value === 'string' && value.startsWith('{')
    ? (JSON.parse(value) as Record<string, unknown>)
    : null;
}
