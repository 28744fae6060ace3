import { addDays, type LocalDate } from '@motcua/domain';
import type { Seq } from '@motcua/protocol';
import type { Journal } from '@motcua/store';
import { ServiceHistory } from './service-history.ts';

/** Two weeks show how fast the centre works; older days show it less well. */
const DAYS = 14;
/** So that a large centre starts as fast: about a second of reading at most. */
const CHANGES = 20_000;

/** The observations of the last days, from the journal. */
export function replayHistory(journal: Journal): ServiceHistory {
  const history = new ServiceHistory();
  for (const change of journal.each(sinceWhen(journal))) history.learn(change);
  return history;
}

function sinceWhen(journal: Journal): Seq {
  const latest = journal.latestDay();
  if (latest === null) return 0;
  const first = firstSeqOf(journal, latest);
  return Math.max(first - 1, journal.lastSeq() - CHANGES);
}

function firstSeqOf(journal: Journal, latest: LocalDate): Seq {
  const earliest = addDays(latest, -DAYS);
  let day = latest;
  for (;;) {
    const before = journal.dayBefore(day);
    if (before === null || before < earliest) return journal.firstSeqOf(day) ?? 1;
    day = before;
  }
}
