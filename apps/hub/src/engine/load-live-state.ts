import type { CommandId, LocalDate } from '@motcua/domain';
import type { By, Change, Fact, Seq } from '@motcua/protocol';
import type { Journal, StateTables, Store } from '@motcua/store';
import { replayHistory } from '../estimates/replay-history.ts';
import { LiveState } from './live-state.ts';

/**
 * Today as stored: what outlives a day from its tables, the rest by replaying today's journal.
 * `today` is the first day of an empty journal.
 */
export function loadLiveState(
  { journal, tables }: Pick<Store, 'journal' | 'tables'>,
  today: LocalDate,
  lettersBeside?: (day: LocalDate) => readonly string[],
): LiveState {
  const day = journal.latestDay() ?? today;
  const state = new LiveState(day, lettersBeside);
  const first = journal.firstSeqOf(day) ?? 1;
  state.apply(
    [
      ...tables.settings().map((setting): Fact => ({ type: 'setting-changed', setting })),
      ...tables.devices().map((device): Fact => ({ type: 'device-changed', device })),
      ...tables.people().map((person): Fact => ({ type: 'person-changed', person })),
      ...tables.bookings(day).map((booking): Fact => ({ type: 'booking-changed', booking })),
      ...tables
        .counters()
        .map((counter): Fact => ({ type: 'counter-changed', counter, undone: false })),
    ].map((fact) => asOf(fact, first - 1)),
  );
  state.seq = first - 1;
  for (const command of journal.eachCommand(first - 1)) state.apply(command);
  return state;
}

/** Where a command's changes stand in the journal, and its sender: the same answer goes to no other. */
export interface Written {
  readonly by: By;
  readonly first: Seq;
  readonly last: Seq;
}

/** The commands of today and the day before, whose senders may repeat them. */
export function loadAnswered(journal: Journal): Map<CommandId, Written> {
  const since = journal.firstSeqOfLast(2) ?? 1;
  return new Map(journal.commandsSince(since).map(({ id, ...written }) => [id, written]));
}

/** All that a hub reads when it starts; throws where one would not start. */
export function readToday(journal: Journal, tables: StateTables): void {
  const day = journal.latestDay();
  if (day === null) return;
  loadLiveState({ journal, tables }, day);
  loadAnswered(journal);
  replayHistory(journal);
}

/** What outlives the day, in the form of changes from before it. */
function asOf(fact: Fact, seq: number): Change {
  return {
    ...fact,
    seq,
    at: 0 as Change['at'],
    by: { deviceId: null, personId: null, reason: null },
  };
}
