import type { Migration } from './migration.ts';

/**
 * Few facts in a journal of years: settings, people, bookings and what was forgotten are found without reading the
 * rest. A redacted row has no JSON to look into. `RARE_TYPE` in `journal.ts` repeats the expression.
 */
export const rareFacts: Migration = {
  version: 14,
  up: `
    CREATE INDEX journal_rare ON journal (
      CASE WHEN fact = '' THEN NULL
        WHEN fact ->> '$.type' IN ('setting-changed', 'setting-removed', 'person-changed', 'booking-changed', 'visits-forgotten')
        THEN fact ->> '$.type' END
    ) WHERE
      CASE WHEN fact = '' THEN NULL
        WHEN fact ->> '$.type' IN ('setting-changed', 'setting-removed', 'person-changed', 'booking-changed', 'visits-forgotten')
        THEN fact ->> '$.type' END IS NOT NULL;
  `,
};
