import type { LocalDate } from '@motcua/domain';
import type { Seq } from '@motcua/protocol';
import type { Db } from '../database/database.ts';

/** Figures of finished days that any period is added up from: one JSON text a day. */
export class DayRollUps {
  readonly #sql;

  constructor(db: Db) {
    this.#sql = {
      put: db.prepare<[string, Seq, string]>(
        `INSERT INTO day_roll_up (day, through_seq, body) VALUES (?, ?, ?)
         ON CONFLICT (day) DO UPDATE SET
           through_seq = excluded.through_seq, body = excluded.body, clerks = 1`,
      ),
      forgetClerks: db.prepare<[string]>(
        `UPDATE day_roll_up SET body = json_set(body, '$.byClerk', json('{}')), clerks = 0
         WHERE clerks = 1 AND day <= ?`,
      ),
      within: db.prepare<[string, string], { day: LocalDate; body: string }>(
        'SELECT day, body FROM day_roll_up WHERE day BETWEEN ? AND ? ORDER BY day',
      ),
      begun: db.prepare<[string, string], { day: LocalDate }>(
        'SELECT DISTINCT day FROM day WHERE day BETWEEN ? AND ? ORDER BY day',
      ),
      missing: db.prepare<[string, Seq, string], { day: LocalDate }>(
        `SELECT DISTINCT day.day AS day FROM day LEFT JOIN day_roll_up ON day_roll_up.day = day.day
         WHERE day.day < ? AND first_seq > ? AND (
           through_seq IS NULL OR through_seq < first_seq OR (day.day >= ? AND through_seq < (
             SELECT max(seq) FROM visit WHERE visit.day = day.day)))
         ORDER BY day.day`,
      ),
      firstWithVisits: db.prepare<[Seq], { day: LocalDate | null }>(
        'SELECT min(day) AS day FROM day WHERE first_seq > ?',
      ),
    };
  }

  /** `figures` as JSON, of the journal up to `through`. */
  put(day: LocalDate, through: Seq, figures: string): void {
    this.#sql.put.run(day, through, figures);
  }

  /** Takes the figures of single clerks from days up to and including `through`. */
  forgetClerks(through: LocalDate): void {
    this.#sql.forgetClerks.run(through);
  }

  /** As they were stored, in order. */
  within(
    from: LocalDate,
    to: LocalDate,
  ): readonly { readonly day: LocalDate; readonly body: string }[] {
    return this.#sql.within.all(from, to);
  }

  /** Days on which anything happened, in order. */
  begun(from: LocalDate, to: LocalDate): readonly LocalDate[] {
    return this.#sql.begun.all(from, to).map(({ day }) => day);
  }

  /**
   * Days before `today` that have single visits, behind the `forgotten` ones, and no roll-up of all of them: one begun
   * again since, or from `changing` on one whose visits changed.
   */
  missing(today: LocalDate, forgotten: Seq, changing: LocalDate): readonly LocalDate[] {
    return this.#sql.missing.all(today, forgotten, changing).map(({ day }) => day);
  }

  /** The first day whose single visits are all there; null: none has any. */
  firstDayBehind(forgotten: Seq): LocalDate | null {
    return this.#sql.firstWithVisits.get(forgotten)?.day ?? null;
  }
}
