import type { Migration } from './migration.ts';

/**
 * The journal, and what outlives a day. Calls and slips are stored in the journal alone. The visit table guarantees that
 * a number cannot exist twice on a day. Both grow at their end, so that a command touches few pages.
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
      body   TEXT NOT NULL,
      UNIQUE (day, number)
    ) STRICT;

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
