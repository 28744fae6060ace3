import type { Migration } from './migration.ts';

/**
 * The journal, and the state that follows from it. Keys are chosen so that a command touches few pages:
 * ids grow with time, and a day's ticket number is the visit's key, so it cannot exist twice.
 */
export const journalAndState: Migration = {
  version: 1,
  up: `
    CREATE TABLE journal (
      seq        INTEGER PRIMARY KEY NOT NULL,
      at         INTEGER NOT NULL,
      command_id TEXT,
      by         TEXT    NOT NULL,
      fact       TEXT    NOT NULL
    ) STRICT;

    CREATE TABLE day (
      day       TEXT    PRIMARY KEY NOT NULL,
      first_seq INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE visit (
      day    TEXT NOT NULL,
      number TEXT NOT NULL,
      id     TEXT NOT NULL,
      body   TEXT NOT NULL,
      PRIMARY KEY (day, number)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE announcement (
      id   TEXT PRIMARY KEY NOT NULL,
      body TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE print_job (
      id   TEXT PRIMARY KEY NOT NULL,
      body TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE counter_state (
      id   TEXT PRIMARY KEY NOT NULL,
      body TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE setting (
      kind TEXT NOT NULL,
      id   TEXT NOT NULL,
      body TEXT NOT NULL,
      PRIMARY KEY (kind, id)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE device (
      id   TEXT PRIMARY KEY NOT NULL,
      body TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE person (
      id   TEXT PRIMARY KEY NOT NULL,
      body TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
  `,
};
