import type { Device, LocalDate, Person, Setting } from '@motcua/domain';
import type { Db } from './database.ts';

/** What a database of any version holds, read without migrating it. */
export interface DataSurvey {
  readonly devices: readonly Device[];
  readonly people: readonly Person[];
  readonly settings: readonly Setting[];
  readonly lastWrittenAt: number | null;
  /** The day that is open. */
  readonly today: LocalDate | null;
  /** The hub that it follows as a standby; null: none. */
  readonly followed: string | null;
  /** Since when the hub's numbers carry a letter today, and which; null: they do not. */
  readonly lettered: { readonly at: number; readonly letters: string } | null;
}

/** Reads what is the same in every version; throws where the file is damaged. */
export function surveyData(db: Db): DataSurvey {
  const hasHistory =
    db.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'history'`).get() !== undefined;
  return {
    devices: bodies<Device>(db, 'device'),
    people: bodies<Person>(db, 'person'),
    settings: db
      .prepare<[], { kind: string; body: string }>('SELECT kind, body FROM setting')
      .all()
      .map(({ kind, body }) => ({ kind, value: JSON.parse(body) as unknown }) as Setting),
    lastWrittenAt: one<number>(db, 'SELECT at FROM journal ORDER BY seq DESC LIMIT 1'),
    today: one<LocalDate>(db, 'SELECT day FROM day ORDER BY first_seq DESC LIMIT 1'),
    followed: hasHistory
      ? one<string>(db, `SELECT value FROM history WHERE key = 'followed'`)
      : null,
    lettered:
      db
        .prepare<[], { at: number; letters: string }>(
          `SELECT at, fact ->> '$.letters' AS letters FROM journal
           WHERE seq >= (SELECT max(first_seq) FROM day) AND fact <> ''
             AND fact ->> '$.type' = 'history-lost' AND letters IS NOT NULL ORDER BY seq DESC LIMIT 1`,
        )
        .get() ?? null,
  };
}

function bodies<T>(db: Db, table: 'device' | 'person'): readonly T[] {
  return db
    .prepare<[], { body: string }>(`SELECT body FROM ${table}`)
    .all()
    .map(({ body }) => JSON.parse(body) as T);
}

function one<T>(db: Db, sql: string): T | null {
  return (db.prepare(sql).pluck().get() as T | undefined) ?? null;
}
