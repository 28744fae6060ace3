import type { Database } from 'better-sqlite3';

/** One step of the database's shape; never edited once released. */
export interface Migration {
  readonly version: number;
  readonly up: string;
  /** What SQL cannot express, after `up`, in the same transaction. */
  readonly after?: (db: Database) => void;
}
