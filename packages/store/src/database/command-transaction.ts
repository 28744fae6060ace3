import type { Db } from './database.ts';

/** One transaction for several commands, of which each can fail by itself. */
export class CommandTransaction {
  readonly #db: Db;
  readonly #sql;

  constructor(db: Db) {
    this.#db = db;
    this.#sql = {
      begin: db.prepare('BEGIN IMMEDIATE'),
      commit: db.prepare('COMMIT'),
      rollback: db.prepare('ROLLBACK'),
      savepoint: db.prepare('SAVEPOINT command'),
      release: db.prepare('RELEASE command'),
      undo: db.prepare('ROLLBACK TO command'),
    };
  }

  /** Commits all that `work` wrote, with one sync, or nothing of it where it throws. */
  run<T>(work: () => T): T {
    const { begin, commit } = this.#sql;
    begin.run();
    try {
      const result = work();
      commit.run();
      return result;
    } catch (cause) {
      this.#rollBack();
      throw cause;
    }
  }

  /**
   * Inside `run`: rolls back what `work` wrote when it throws, and nothing of what was written before. `isFirst`: nothing
   * was, so that the whole transaction can be rolled back, and a savepoint is saved.
   */
  part<T>(isFirst: boolean, work: () => T): T {
    const { begin, savepoint, release, undo } = this.#sql;
    if (!isFirst) savepoint.run();
    try {
      return work();
    } catch (cause) {
      if (!isFirst) undo.run();
      else if (this.#rollBack()) begin.run();
      throw cause;
    } finally {
      if (!isFirst) release.run();
    }
  }

  #rollBack(): boolean {
    const isOpen = this.#db.inTransaction;
    if (isOpen) this.#sql.rollback.run();
    return isOpen;
  }
}
