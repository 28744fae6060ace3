import type { Migration } from './migration.ts';

/** How a session was opened, PINs for the quick change of clerk, and the browsers at which a PIN is accepted. */
export const waysToSignIn: Migration = {
  version: 8,
  up: `
    ALTER TABLE session ADD COLUMN way TEXT NOT NULL DEFAULT 'password'
      CHECK (way IN ('password', 'link', 'pin'));

    CREATE TABLE pin (
      person_id  TEXT    PRIMARY KEY NOT NULL,
      hash       TEXT    NOT NULL,
      failures   INTEGER NOT NULL DEFAULT 0,
      created_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE sign_in_place (
      token_hash TEXT PRIMARY KEY NOT NULL,
      person_id  TEXT NOT NULL,
      day        TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
  `,
};
