import { CHAIN_BEGINS, chainHash, type ChainedRow } from '../journal-chain.ts';
import type { Migration } from './migration.ts';

/**
 * Each row of the journal vouches for all before it, and says from which computer a person acted. Why somebody was
 * given priority does not stand in it any more.
 */
export const chainedJournal: Migration = {
  version: 5,
  up: `
    ALTER TABLE journal ADD COLUMN address TEXT;
    ALTER TABLE journal ADD COLUMN hash TEXT;
    UPDATE journal SET by = json_set(by, '$.reason', NULL) WHERE fact ->> '$.action' = 'set-priority';
  `,
  after(db) {
    const rows = db.prepare<[], ChainedRow>(
      'SELECT seq, at, command_id AS commandId, by, fact, address FROM journal ORDER BY seq',
    );
    const write = db.prepare<[string, number]>('UPDATE journal SET hash = ? WHERE seq = ?');
    let before = CHAIN_BEGINS;
    for (const row of rows.all()) {
      before = chainHash(before, row);
      write.run(before, row.seq);
    }
  },
};
