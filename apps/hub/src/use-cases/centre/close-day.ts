import {
  addDays,
  countGroups,
  type LocalDate,
  type Night,
  nightOf,
  type NightChange,
  ok,
  opensOn,
  refuse,
} from '@motcua/domain';
import type { Fact } from '@motcua/protocol';
import { silence } from '../visits/announce.ts';
import { lostOverNight } from '../tickets/lost-history.ts';
import { type CommandContext, type UseCase, visitChanged } from '../use-case.ts';

/**
 * Ends the day before: what is left over is closed and named, or carried over to the next morning with its arrival;
 * counters are closed, numbers start again, and what is confidential is deleted.
 */
export const closeDay: UseCase<'close-day'> = (context) => {
  const { state, at } = context;
  const next = state.settings.clock.localDate(at);
  if (next <= state.today) return ok([]);

  const { settings, visits } = state;
  const { dayEnd, hours } = settings.site;
  const opensAt = opensOn(hours, next, settings.clock);
  return ok(endOfDay(context, next, nightOf(visits.values(), dayEnd, context, next, opensAt)));
};

/** The end of the open day and the begin of another; `between` stands first in the new one. */
export function endOfDay(
  context: CommandContext,
  next: LocalDate,
  night: Night,
  between: readonly Fact[] = [],
): readonly Fact[] {
  const { state } = context;
  const facts: Fact[] = night.evening.map(changed);
  for (const { counterId, state: now } of state.counters.values())
    if (now !== 'closed')
      facts.push({
        type: 'counter-changed',
        counter: { counterId, state: 'closed' },
        undone: false,
      });
  const cares = [...state.care].filter(([id]) => state.visits.get(id)?.training !== true);
  facts.push(...silence(context), {
    type: 'day-closed',
    day: state.today,
    next,
    leftOver: night.leftOver,
    rolledOver: night.rolledOver,
    priorityGroups: countGroups(cares.map(([, care]) => care)),
  });
  // After the end of the day, so that the new day's journal begins with them.
  facts.push(...between, ...night.morning.map(changed), ...lostOverNight(state, next));
  return facts;
}

function changed({ visit, action }: NightChange): Fact {
  return visitChanged(visit, action);
}

/** Single visits of days that are older than the centre keeps them. Refuses younger days. */
export const forgetVisits: UseCase<'forget-visits'> = ({ state }, { through, lastSeq }) => {
  const { retentionDays } = state.settings.site;
  return through < addDays(state.today, -retentionDays)
    ? ok([{ type: 'visits-forgotten', through, lastSeq }])
    : refuse('action-not-allowed');
};
