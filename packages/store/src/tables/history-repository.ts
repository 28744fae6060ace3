import type { Instant } from '@motcua/domain';
import type { HubHistory } from '@motcua/protocol';
import type { Db } from '../database/database.ts';

/** Which data a database holds, which of its histories, and whether it belongs to a hub or to one that follows. */
export class HistoryRepository {
  readonly #sql;

  constructor(db: Db) {
    this.#sql = {
      get: db.prepare<[string], { value: string }>('SELECT value FROM history WHERE key = ?'),
      put: db.prepare<[string, string]>(
        'INSERT INTO history (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
      ),
      remove: db.prepare<[string]>('DELETE FROM history WHERE key = ?'),
    };
  }

  read(): HubHistory {
    return {
      database: this.#value('database') ?? '',
      epoch: Number(this.#value('epoch') ?? 0),
      life: this.#value('life') ?? '',
    };
  }

  /**
   * Begins a new history that outdates `earlier` and this one. Its number is the time, so that of two that were begun
   * independently the later one counts.
   */
  beginAnew(at: Instant, earlier = 0): HubHistory {
    const epoch = Math.max(this.read().epoch + 1, earlier + 1, at);
    this.#sql.put.run('epoch', String(epoch));
    return this.read();
  }

  /**
   * Marks that this hub lost data, by a value that no other life of the same data has. Its epoch stays: a
   * replaced hub must not outdate the promoted one by coming back with less.
   */
  beginLife(life: string): HubHistory {
    this.#sql.put.run('life', life);
    return this.read();
  }

  /** The hub that this data follows; null: it is a hub's own. */
  followed(): string | null {
    return this.#value('followed');
  }

  /** Marks the data as a follower's; null: as a hub's own. */
  follow(hubUrl: string | null): void {
    if (hubUrl === null) this.#sql.remove.run('followed');
    else this.#sql.put.run('followed', hubUrl);
  }

  #value(key: string): string | null {
    return this.#sql.get.get(key)?.value ?? null;
  }
}
