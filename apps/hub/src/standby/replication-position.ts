import { type Db, HistoryRepository, Journal, markAt, versionOf } from '@motcua/store';
import type { ReplicationPosition } from '@motcua/protocol/http';

/** The position of a database, as a follower sends it to its hub. */
export function positionOf(db: Db): ReplicationPosition {
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
