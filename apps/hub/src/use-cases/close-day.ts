import { ok, type PriorityGroupId, transition, type Visit, type VisitAction } from '@motcua/domain';
import type { Fact, FactOf } from '@motcua/protocol';
import type { LiveState } from '../live-state.ts';
import { silence } from './announce.ts';
import { numbersOfTheNight } from './reserve-numbers.ts';
import type { Situation, UseCase } from './use-case.ts';

/**
 * Ends the day before: what is left over is closed and named, or goes on the next morning with its arrival; counters
 * are closed, numbers start again, and what was told in confidence is forgotten.
 */
export const closeDay: UseCase<'close-day'> = (situation) => {
  const { state, at } = situation;
  const next = state.settings.clock.localDate(at);
  if (next <= state.today) return ok([]);

  const open = [...state.visits.values()].filter((visit) => visit.state !== 'closed');
  const stays = (visit: Visit) =>
    state.settings.site.dayEnd === 'roll-over' &&
    !visit.training &&
    (visit.state !== 'serving' || visit.next.length > 0);
  const facts = open.flatMap((visit) => (stays(visit) ? [] : leave(situation, visit)));
  const staying = open.filter(stays).map((visit) => {
    const served = visit.state === 'serving' ? changed(situation, visit, FINISH) : [];
    facts.push(...served);
    return served[0]?.visit ?? visit;
  });
  for (const { counterId, state: now } of state.counters.values())
    if (now !== 'closed')
      facts.push({
        type: 'counter-changed',
        counter: { counterId, state: 'closed' },
        undone: false,
      });
  facts.push(...silence(situation), {
    type: 'day-closed',
    day: state.today,
    next,
    leftOver: numbersOf(open),
    rolledOver: numbersOf(staying),
    priorityGroups: groupsOf(state),
  });
  // Behind the end of the day, so that the new day's journal begins with them.
  for (const visit of staying)
    facts.push(...changed(situation, visit, { type: 'roll-over', day: next }));
  facts.push(...numbersOfTheNight(state, next));
  return ok(facts);
};

/** Practice is nobody's visit. */
function numbersOf(visits: readonly Visit[]): readonly string[] {
  return visits.filter(({ training }) => !training).map(({ ticket }) => ticket.number);
}

function groupsOf({ care, visits }: LiveState): Readonly<Record<PriorityGroupId, number>> {
  const counts: Record<PriorityGroupId, number> = {};
  for (const [visitId, { priorityGroupId }] of care) {
    if (priorityGroupId === null || visits.get(visitId)?.training === true) continue;
    counts[priorityGroupId] = (counts[priorityGroupId] ?? 0) + 1;
  }
  return counts;
}

/** Somebody still being served when the day ends was served; everybody else has left. */
function leave(situation: Situation, visit: Visit): Fact[] {
  if (visit.state !== 'serving') return changed(situation, visit, { type: 'cancel', as: 'left' });
  const last: Visit = { ...visit, next: [] };
  return changed(situation, last, FINISH);
}

const FINISH = { type: 'finish', nextServiceId: null, forAnybody: true } as const;

function changed(
  situation: Situation,
  visit: Visit,
  action: VisitAction,
): FactOf<'visit-changed'>[] {
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
