import Database from 'better-sqlite3';

/** Called before and after each statement that may write, with its text. */
export type StatementHook = (sql: string, when: 'before' | 'after') => void;

/**
 * Lets a hook look at every `run` of every statement that is prepared from now on; what it returns takes it off again.
 * The database itself stays what it is.
 */
export function watchStatements(hook: StatementHook): () => void {
  const { prepare } = Database.prototype;
  Database.prototype.prepare = function watched(this: Database.Database, sql: string) {
    const statement = prepare.call(this, sql);
    const run = statement.run.bind(statement);
    statement.run = (...values: readonly unknown[]) => {
      hook(sql, 'before');
      const info = (run as (...all: readonly unknown[]) => Database.RunResult)(...values);
      hook(sql, 'after');
      return info;
    };
    return statement;
  } as typeof prepare;
  return () => {
    Database.prototype.prepare = prepare;
  };
}
