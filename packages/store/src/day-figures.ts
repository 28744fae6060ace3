import type { LocalDate } from '@motcua/domain';
import type { Db } from './database.ts';

/** What is left of days whose single visits were forgotten: one JSON text a day. */
export class DayFigures {
  readonly #sql;

  constructor(db: Db) {
    this.#sql = {
      put: db.prepare<[string, string]>(
        `INSERT INTO day_figures (day, body) VALUES (?, ?)
         ON CONFLICT (day) DO UPDATE SET body = excluded.body`,
      ),
      get: db.prepare<[string], { body: string }>('SELECT body FROM day_figures WHERE day = ?'),
      last: db.prepare<[], { day: LocalDate | null }>('SELECT max(day) AS day FROM day_figures'),
    };
  }

  put(day: LocalDate, figures: object): void {
    this.#sql.put.run(day, JSON.stringify(figures));
  }

  /** As they were put; null for a day that is still in the journal, or never was. */
  of(day: LocalDate): unknown {
    const row = this.#sql.get.get(day);
    return row === undefined ? null : (JSON.parse(row.body) as unknown);
  }

  /** The newest day that was put; null: none. */
  last(): LocalDate | null {
    return this.#sql.last.get()?.day ?? null;
  }
}
