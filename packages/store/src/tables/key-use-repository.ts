import type { DeviceId, Instant, LocalDate } from '@motcua/domain';
import type { Db } from '../database/database.ts';

/** How often an API key was used on one day. */
export interface KeyUse {
  readonly deviceId: DeviceId;
  readonly day: LocalDate;
  readonly requests: number;
  /** Of them, because the key has not the scope. */
  readonly refused: number;
  readonly lastAt: Instant;
}

/** Uses of API keys, counted by day until the day is over and the count stands in the journal. */
export class KeyUseRepository {
  readonly #sql;

  constructor(db: Db) {
    const columns = 'device_id AS deviceId, day, requests, refused, last_at AS lastAt';
    this.#sql = {
      add: db.prepare<[string, string, number, number, Instant]>(
        `INSERT INTO key_use (device_id, day, requests, refused, last_at) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (device_id, day) DO UPDATE SET requests = requests + excluded.requests,
           refused = refused + excluded.refused, last_at = excluded.last_at, recorded = 0`,
      ),
      latest: db.prepare<[], KeyUse>(
        `SELECT ${columns} FROM key_use WHERE day =
           (SELECT max(day) FROM key_use AS own WHERE own.device_id = key_use.device_id)`,
      ),
      unrecorded: db.prepare<[string], KeyUse>(
        `SELECT ${columns} FROM key_use WHERE recorded = 0 AND day < ? ORDER BY day, device_id`,
      ),
      record: db.prepare<[string, string]>(
        'UPDATE key_use SET recorded = 1 WHERE device_id = ? AND day = ?',
      ),
      forget: db.prepare<[string, string]>(
        'DELETE FROM key_use WHERE device_id = ? AND day < ? AND recorded = 1',
      ),
    };
  }

  /** Adds to what is counted of that key and day. */
  add({ deviceId, day, requests, refused, lastAt }: KeyUse): void {
    this.#sql.add.run(deviceId, day, requests, refused, lastAt);
  }

  /** The last day on which each key was used. */
  latest(): readonly KeyUse[] {
    return this.#sql.latest.all();
  }

  /** Days before that one whose count is not in the journal yet. */
  unrecorded(before: LocalDate): readonly KeyUse[] {
    return this.#sql.unrecorded.all(before);
  }

  /** The journal has it: earlier days of the key are not needed any more. */
  setRecorded({ deviceId, day }: Pick<KeyUse, 'deviceId' | 'day'>): void {
    this.#sql.record.run(deviceId, day);
    this.#sql.forget.run(deviceId, day);
  }
}
