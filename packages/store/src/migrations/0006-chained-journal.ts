import { CHAIN_BEGINS, chainHash, type ChainedRow, digestOf } from '../journal/journal-chain.ts';
import type { Migration } from './migration.ts';

/**
 * Each row of the journal is chained to all before it, and names the computer from which a person acted. The reason for
 * priority is not in it any more. Single visits are kept for a while, the figures of their days for ever.
 */
export const chainedJournal: Migration = {
  version: 6,
  up: `
    ALTER TABLE journal ADD COLUMN address TEXT;
    ALTER TABLE journal ADD COLUMN digest TEXT;
    ALTER TABLE journal ADD COLUMN hash TEXT;
    CREATE TABLE day_figures (
      day  TEXT PRIMARY KEY NOT NULL,
      body TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    UPDATE setting SET body = json_insert(body, '$.retentionDays', 90) WHERE kind = 'site';
    UPDATE journal SET fact = json_insert(fact, '$.setting.value.retentionDays', 90)
      WHERE fact ->> '$.type' = 'setting-changed' AND fact ->> '$.setting.kind' = 'site';
    UPDATE journal SET by = json_set(by, '$.reason', NULL) WHERE fact ->> '$.action' = 'set-priority';
  `,
  after(db) {
    const rows = db.prepare<[], ChainedRow>(
      'SELECT seq, at, command_id AS commandId, by, fact, address FROM journal ORDER BY seq',
    );
    const write = db.prepare<[string, string, number]>(
      'UPDATE journal SET digest = ?, hash = ? WHERE seq = ?',
    );
    let before = CHAIN_BEGINS;
    for (const row of rows.all()) {
      const digest = digestOf(row);
      before = chainHash(before, row, digest);
      write.run(digest, before, row.seq);
    }
  },
};
