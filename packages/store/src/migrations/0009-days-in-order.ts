import type { Migration } from './migration.ts';

/**
 * Days stand in the order in which they were begun: after a clock that was wrong one may come again, or an earlier one
 * follow a later one.
 */
export const daysInOrder: Migration = {
  version: 9,
  up: `
    CREATE TABLE day_in_order (
      day       TEXT    NOT NULL,
      first_seq INTEGER PRIMARY KEY NOT NULL
    ) STRICT;

    INSERT INTO day_in_order (day, first_seq) SELECT day, first_seq FROM day ORDER BY first_seq;

    DROP TABLE day;
    ALTER TABLE day_in_order RENAME TO day;
    CREATE INDEX day_by_name ON day (day);
  `,
};
