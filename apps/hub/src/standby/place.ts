import { createHash } from 'node:crypto';
import { type Db, HistoryRepository, Journal, versionOf } from '@motcua/store';
import type { Place } from '@motcua/protocol/http';

/** Where a database stands, as a follower tells its hub. */
export function placeOf(db: Db): Place {
  const journal = new Journal(db);
  const seq = journal.lastSeq();
  return {
    ...new HistoryRepository(db).read(),
    version: versionOf(db),
    day: journal.latestDay() ?? '',
    seq,
    mark: markAt(db, seq),
  };
}

/** Tells whether two journals are the same up to a position: a hash of all that is in its row. */
export function markAt(db: Db, seq: number): string {
  const row = db.prepare('SELECT * FROM journal WHERE seq = ?').get(seq);
  return createHash('sha256')
    .update(JSON.stringify(row ?? null))
    .digest('hex');
}
