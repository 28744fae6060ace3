import { addDays, letterForHub, type LocalDate, ok } from '@motcua/domain';
import type { Fact, FactOf } from '@motcua/protocol';
import type { LiveState } from '../../engine/live-state.ts';
import type { CommandContext, UseCase } from '../use-case.ts';
import { DAYS_LATE } from './ticket-ownership.ts';

/** The hub has found that it lost data: for the rest of the day its numbers carry a letter. */
export const noteLostHistory: UseCase<'note-lost-history'> = (context, { since }) => {
  const before = context.state.historyLost;
  const earliest = before !== null && before.since < since ? before.since : since;
  return ok([freshLetters(context, earliest)]);
};

/** Numbers of the same letter were given in another life of this day: from now on there is another one. */
export function freshLetters(
  { state, today, random }: CommandContext,
  since: LocalDate,
): FactOf<'history-lost'> {
  const isUsed = (letters: string) => state.isLetterUsed(letters);
  const letters = letterForHub(state.settings.prefixes(), isUsed, random);
  return { type: 'history-lost', day: today, since, letters };
}

/** Numbers begin anew in the morning; what kiosks still report is accepted as late as their own numbers: after a weekend, too. */
export function lostOverNight({ historyLost }: LiveState, next: LocalDate): readonly Fact[] {
  if (historyLost === null || next > addDays(historyLost.day, DAYS_LATE)) return [];
  const { day, since } = historyLost;
  return [{ type: 'history-lost', day, since, letters: null }];
}
