import type { Migration } from './migration.ts';

/**
 * The figures of a finished day, which can be merged with those of other days into any period. `clerks` says whether
 * those of single clerks are among them.
 */
export const dayRollUps: Migration = {
  version: 11,
  up: `
    CREATE TABLE day_roll_up (
      day         TEXT    PRIMARY KEY NOT NULL,
      through_seq INTEGER NOT NULL,
      clerks      INTEGER NOT NULL DEFAULT 1,
      body        TEXT    NOT NULL
    ) STRICT, WITHOUT ROWID;
  `,
};
