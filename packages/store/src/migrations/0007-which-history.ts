import type { Migration } from './migration.ts';

/**
 * Which data this is, and how often its history was begun anew: by a restored backup or a promoted standby. A
 * follower's also names its hub. None of it is copied to another file but by copying the whole.
 */
export const whichHistory: Migration = {
  version: 7,
  up: `
    CREATE TABLE history (
      key   TEXT PRIMARY KEY NOT NULL,
      value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    INSERT INTO history (key, value) VALUES ('database', lower(hex(randomblob(16)))), ('epoch', '0');
  `,
};
