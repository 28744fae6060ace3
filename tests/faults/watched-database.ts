import Database from 'better-sqlite3';

/** Called before and after each statement that may write, with its SQL. */
export type StatementHook = (sql: string, when: 'before' | 'after') => void;

/**
 * Calls a hook for every `run` of every statement prepared from now on; returns a function that
 * removes it. The database itself is unchanged.
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
