import type { LocalDate } from '@motcua/domain';
import type { Change, Fact } from '@motcua/protocol';
import type { Store } from '@motcua/store';
import { LiveState } from './live-state.ts';

/**
 * Today as the store has it: what outlives a day from its tables, the rest by reading today's journal again.
 * `today` is where a journal that holds no day yet begins.
 */
export function loadLiveState(
  { journal, tables }: Store,
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

/** What outlives the day, dressed as changes from before it. */
function asOf(fact: Fact, seq: number): Change {
  return {
    ...fact,
    seq,
    at: 0 as Change['at'],
    by: { deviceId: null, personId: null, reason: null },
  };
}
