import type { Migration } from './migration.ts';

/**
 * Dossiers as the provincial system listed them, found by when they were received and how long they were pending; and
 * where each import stands in the journal.
 */
export const importedTables: Migration = {
  version: 12,
  up: `
    CREATE TABLE dossier (
      id   TEXT PRIMARY KEY NOT NULL,
      body TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX dossier_by_time ON dossier (
      coalesce(body ->> '$.resolved.day', '9999-12-31'), body ->> '$.received.day'
    );

    CREATE TABLE table_import (
      id   TEXT    PRIMARY KEY NOT NULL,
      kind TEXT    NOT NULL,
      seq  INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
  `,
};
