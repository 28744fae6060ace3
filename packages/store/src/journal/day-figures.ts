import type { LocalDate } from '@motcua/domain';
import type { Seq } from '@motcua/protocol';
import type { Db } from '../database/database.ts';

/** The figures of days whose single visits were deleted: one JSON text a day. */
export class DayFigures {
  readonly #sql;

  constructor(db: Db) {
    this.#sql = {
      put: db.prepare<[string, string]>(
        `INSERT INTO day_figures (day, body) VALUES (?, ?)
         ON CONFLICT (day) DO UPDATE SET body = excluded.body`,
      ),
      get: db.prepare<[string], { body: string }>('SELECT body FROM day_figures WHERE day = ?'),
      missing: db.prepare<[Seq, Seq], { day: LocalDate }>(
        `SELECT DISTINCT day FROM day WHERE first_seq < ?
           AND (first_seq > ? OR day NOT IN (SELECT day FROM day_figures)) ORDER BY first_seq`,
      ),
      ranges: db.prepare<[Seq, Seq], { day: LocalDate; lastSeq: Seq }>(
        `SELECT day, lead(first_seq) OVER (ORDER BY first_seq) - 1 AS lastSeq FROM day
         WHERE first_seq > ? AND first_seq <= ? ORDER BY first_seq`,
      ),
    };
  }

  /** `figures` as JSON. */
  put(day: LocalDate, figures: string): void {
    this.#sql.put.run(day, figures);
  }

  /** As they were stored; null for a day that is still in the journal, or never was. */
  of(day: LocalDate): unknown {
    const row = this.#sql.get.get(day);
    return row === undefined ? null : (JSON.parse(row.body) as unknown);
  }

  /**
   * Days begun before that position without stored figures, or begun after `forgotten`: the day may have come again since.
   */
  missing(before: Seq, forgotten: Seq): readonly LocalDate[] {
    return this.#sql.missing.all(before, forgotten).map(({ day }) => day);
  }

  /** The days begun after `seq` and over before `next`, each with its last position; `next` is where a day begins. */
  ranges(seq: Seq, next: Seq): readonly { readonly day: LocalDate; readonly lastSeq: Seq }[] {
    // The day that begins at `next` closes the range before it, and is none itself.
    return this.#sql.ranges.all(seq, next).slice(0, -1);
  }
}
