import type { Migration } from './migration.ts';

/** A kiosk brings the ids of the visits that it reports: none may be another visit's, of any day. */
export const visitsById: Migration = {
  version: 10,
  up: `
    ALTER TABLE visit ADD COLUMN id TEXT NOT NULL DEFAULT '';
    UPDATE visit SET id = coalesce((
      SELECT CASE WHEN fact = '' THEN NULL ELSE fact ->> '$.visit.id' END FROM journal WHERE journal.seq = visit.seq
    ), '');
    CREATE INDEX visit_by_id ON visit (id);
  `,
};
