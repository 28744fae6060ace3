import type { Migration } from './migration.ts';

/** Credentials of people and devices. Not part of the journal: only hashes are kept, and nothing is rebuilt from it. */
export const secretsAndSessions: Migration = {
  version: 2,
  up: `
    CREATE TABLE secret (
      owner_id   TEXT    PRIMARY KEY NOT NULL,
      kind       TEXT    NOT NULL CHECK (kind IN ('password', 'device-token')),
      hash       TEXT    NOT NULL,
      created_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE UNIQUE INDEX secret_by_token ON secret (hash) WHERE kind = 'device-token';

    CREATE TABLE session (
      token_hash TEXT    PRIMARY KEY NOT NULL,
      person_id  TEXT    NOT NULL,
      created_at INTEGER NOT NULL,
      expires_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX session_by_person ON session (person_id);

    CREATE TABLE sign_in_link (
      token_hash TEXT    PRIMARY KEY NOT NULL,
      person_id  TEXT    NOT NULL,
      expires_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
  `,
};
