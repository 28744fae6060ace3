import { createHash } from 'node:crypto';
import type { Db } from '../database/database.ts';

/** A row as the database file holds it; bytes are wrapped, so that rows can be sent as JSON. */
export type Cell = string | number | null | { readonly base64: string };

/** How one table has changed: rows as they are now, and the keys of rows that are gone. */
export interface TableChange {
  readonly table: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  readonly keys: readonly string[];
  readonly gone: readonly (readonly Cell[])[];
}

/** Each of these belongs to one machine: who is signed in there, and which history its file is of. */
const OWN: ReadonlySet<string> = new Set(['session', 'sign_in_link', 'history']);

interface Table {
  readonly name: string;
  readonly columns: readonly string[];
  /** Those of the primary key. */
  readonly keys: readonly string[];
}

/** The tables that a follower's database must have as its hub's has them. Throws for one without a key. */
export function sharedTables(db: Db): readonly Table[] {
  return db
    .prepare<[], { name: string }>(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`,
    )
    .all()
    .filter(({ name }) => !OWN.has(name))
    .map(({ name }) => {
      const columns = db
        .prepare<[string], { name: string; pk: number }>(
          'SELECT name, pk FROM pragma_table_info(?)',
        )
        .all(name);
      const keys = columns.filter(({ pk }) => pk > 0).toSorted((a, b) => a.pk - b.pk);
      if (keys.length === 0) throw new Error(`The table ${name} has no primary key`);
      return {
        name,
        columns: columns.map((column) => column.name),
        keys: keys.map((column) => column.name),
      };
    });
}

/** Watches what this connection changes, by whatever code. */
export interface RowWatch {
  /** What has changed since the last call, and is committed; called outside a transaction. */
  readonly take: () => readonly TableChange[];
  readonly stop: () => void;
}

/**
 * Records the key of every row that is written, by triggers that only this connection has. So a new table, a
 * purge and the deletion at midnight reach a follower without code of their own.
 */
export function watchRows(db: Db): RowWatch {
  const tables = sharedTables(db);
  db.exec(
    'CREATE TEMP TABLE touched (name TEXT NOT NULL, key TEXT NOT NULL, PRIMARY KEY (name, key))',
  );
  for (const table of tables)
    for (const [event, rows] of [
      ['INSERT', ['NEW']],
      ['UPDATE', ['OLD', 'NEW']],
      ['DELETE', ['OLD']],
    ] as const)
      db.exec(`CREATE TEMP TRIGGER ${triggerOf(table.name, event)} AFTER ${event} ON main."${table.name}" BEGIN
        ${rows.map((row) => `INSERT OR IGNORE INTO touched VALUES ('${table.name}', ${keyOf(table, row)});`).join('\n')}
      END`);
  const sql = {
    touched: db.prepare<[], { name: string; key: string }>('SELECT name, key FROM touched'),
    forget: db.prepare('DELETE FROM touched'),
  };
  const readers = tables.map((table) => ({ table, read: rowReader(db, table) }));

  return {
    take() {
      const touched = sql.touched.all();
      if (touched.length === 0) return [];
      sql.forget.run();
      return readers
        .map(({ table, read }) => {
          const keys = touched.filter(({ name }) => name === table.name);
          return changeOf(
            table,
            keys.map(({ key }) => JSON.parse(key) as Cell[]),
            read,
          );
        })
        .filter(({ rows, gone }) => rows.length + gone.length > 0);
    },
    stop() {
      for (const { name } of tables)
        for (const event of ['INSERT', 'UPDATE', 'DELETE'])
          db.exec(`DROP TRIGGER temp.${triggerOf(name, event)}`);
      db.exec('DROP TABLE temp.touched');
    },
  };
}

/** Rows of a table as they are, those after `where` only, in pieces of at most `atOnce`. */
export function* readRows(
  db: Db,
  table: Table,
  { where = 'true', atOnce = 1_000 }: { readonly where?: string; readonly atOnce?: number } = {},
): Generator<TableChange> {
  const rows = db
    .prepare<[], unknown[]>(
      `SELECT ${list(table.columns)} FROM main."${table.name}" WHERE ${where}`,
    )
    .raw();
  let piece: Cell[][] = [];
  const change = () => ({ ...shapeOf(table), rows: piece, gone: [] });
  for (const row of rows.iterate()) {
    piece.push(row.map(toCell));
    if (piece.length < atOnce) continue;
    yield change();
    piece = [];
  }
  if (piece.length > 0) yield change();
}

/** Writes into a follower's database what changed in its hub's; inside the caller's transaction. */
export function applyRows(db: Db, changes: readonly TableChange[]): void {
  const known = new Map(sharedTables(db).map((table) => [table.name, table]));
  for (const { table, columns, rows, keys, gone } of changes) {
    const here = known.get(table);
    // Names go into SQL text, and come from outside.
    if (
      here === undefined ||
      columns.join() !== here.columns.join() ||
      keys.join() !== here.keys.join()
    )
      throw new Error(`The table ${table} has another shape here`);
    const put = db.prepare(
      `INSERT OR REPLACE INTO "${table}" (${list(columns)}) VALUES (${columns.map(() => '?').join()})`,
    );
    const remove = db.prepare(
      `DELETE FROM "${table}" WHERE ${keys.map((key) => `"${key}" = ?`).join(' AND ')}`,
    );
    for (const key of gone) remove.run(key.map(fromCell));
    for (const row of rows) put.run(row.map(fromCell));
  }
}

/** Empties a table of which all rows follow. */
export function emptyTable(db: Db, { name }: Table): void {
  db.exec(`DELETE FROM "${name}"`);
}

function changeOf(
  table: Table,
  keys: readonly (readonly Cell[])[],
  read: (key: readonly Cell[]) => readonly Cell[] | null,
): TableChange {
  const found = keys.map((key) => ({ key, row: read(key) }));
  return {
    ...shapeOf(table),
    rows: found.flatMap(({ row }) => (row === null ? [] : [row])),
    gone: found.flatMap(({ key, row }) => (row === null ? [key] : [])),
  };
}

function shapeOf({ name, columns, keys }: Table) {
  return { table: name, columns, keys } as const;
}

function rowReader(db: Db, { name, columns, keys }: Table) {
  const sql = db
    .prepare<unknown[], unknown[]>(
      `SELECT ${list(columns)} FROM main."${name}" WHERE ${keys.map((key) => `"${key}" = ?`).join(' AND ')}`,
    )
    .raw();
  return (key: readonly Cell[]): readonly Cell[] | null =>
    sql.get(...key.map(fromCell))?.map(toCell) ?? null;
}

const list = (names: readonly string[]) => names.map((name) => `"${name}"`).join(', ');
const triggerOf = (table: string, event: string) => `"touch_${table}_${event.toLowerCase()}"`;
const keyOf = ({ keys }: Table, row: string) =>
  `json_array(${keys.map((key) => `${row}."${key}"`).join(', ')})`;

function toCell(value: unknown): Cell {
  if (value === null || typeof value === 'string' || typeof value === 'number') return value;
  if (Buffer.isBuffer(value)) return { base64: value.toString('base64') };
  throw new TypeError(`A ${typeof value} cannot be sent to a follower`);
}

function fromCell(cell: Cell): string | number | null | Buffer {
  return typeof cell === 'object' && cell !== null ? Buffer.from(cell.base64, 'base64') : cell;
}

/** Whether two journals are the same up to a position: a hash of all that is in its row. */
export function markAt(db: Db, seq: number): string {
  const row = db.prepare('SELECT * FROM journal WHERE seq = ?').get(seq);
  return createHash('sha256')
    .update(JSON.stringify(row ?? null))
    .digest('hex');
}
