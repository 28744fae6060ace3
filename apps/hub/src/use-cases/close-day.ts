import { ok, transition, type Visit } from '@motcua/domain';
import type { Fact } from '@motcua/protocol';
import type { Situation, UseCase } from './use-case.ts';

/** Ends the day before: what is left over is closed and named, counters are closed, numbers start again. */
export const closeDay: UseCase<'close-day'> = (situation) => {
  const { state, at } = situation;
  const next = state.settings.clock.localDate(at);
  if (next <= state.today) return ok([]);

  const open = [...state.visits.values()].filter((visit) => visit.state !== 'closed');
  const facts = open.flatMap((visit) => leave(situation, visit));
  for (const { counterId, state: now } of state.counters.values())
    if (now !== 'closed')
      facts.push({ type: 'counter-changed', counter: { counterId, state: 'closed' } });
  facts.push({
    type: 'day-closed',
    day: state.today,
    next,
    leftOver: open.map(({ ticket }) => ticket.number),
  });
  return ok(facts);
};

/** Somebody still being served when the day ends was served; everybody else has left. */
function leave(situation: Situation, visit: Visit): Fact[] {
  const action =
    visit.state === 'serving'
      ? ({ type: 'finish' } as const)
      : ({ type: 'cancel', as: 'left' } as const);
  const after = transition(visit, action, situation);
  if (!after.ok) return [];
  return [
    {
      type: 'visit-changed',
      visit: after.value,
      action: action.type,
      counterId: null,
      because: null,
    },
  ];
}
