import {
  DAY_ENDS,
  type DayEnd,
  type Instant,
  type Night,
  nightOf,
  ok,
  opensOn,
  refuse,
  type Visit,
} from '@motcua/domain';
import type { Fact } from '@motcua/protocol';
import { endOfDay } from './close-day.ts';
import type { UseCase } from '../use-case.ts';

/**
 * A person confirms the computer's clock. The day becomes the one that it is then, also an earlier one, and
 * the numbers that were given on it, or on the wrong day, are not given again. Visits since midnight go on with their
 * number; all others are of a day that ends as any. Refuses with `action-not-allowed` when nothing was wrong.
 */
export const confirmClock: UseCase<'confirm-clock'> = (context, { at, since, movedMs }) => {
  const { state } = context;
  const from = state.today;
  const to = state.settings.clock.localDate(at);
  if (since === null && to === from) return refuse('action-not-allowed');
  const cameAt = (visit: Visit): Instant =>
    since !== null && visit.arrivedAt > since
      ? ((visit.arrivedAt + movedMs) as Instant)
      : visit.arrivedAt;
  const visits = [...state.visits.values()];
  const cameToday = new Set(
    visits.filter((visit) => state.settings.clock.localDate(cameAt(visit)) === to),
  );
  const isDouble = ({ ticket }: Visit) => context.isGiven(to, ticket.number);

  const given = Array.from(cameToday, ({ ticket }) => ticket.number);
  const numbers = to < from ? [...new Set([...context.numbersOf(to), ...given])].toSorted() : [];
  const fact: Fact = { type: 'clock-confirmed', from, to, movedMs, numbers };
  if (to === from) return ok([fact]);

  const { dayEnd, hours } = state.settings.site;
  const goesOn = (visit: Visit): DayEnd =>
    isDouble(visit) ? 'close' : cameToday.has(visit) ? 'roll-over' : dayEnd;
  const opensAt = opensOn(hours, to, state.settings.clock);
  const nights = DAY_ENDS.map((end) =>
    nightOf(
      visits.filter((visit) => goesOn(visit) === end),
      end,
      context,
      to,
      opensAt,
    ),
  );
  const night: Night = {
    evening: nights.flatMap(({ evening }) => evening),
    morning: nights.flatMap(({ morning }) =>
      morning.map((change) => ({ ...change, visit: onTime(change.visit, cameAt(change.visit)) })),
    ),
    leftOver: nights.flatMap(({ leftOver }) => leftOver),
    rolledOver: nights.flatMap(({ rolledOver }) => rolledOver),
  };
  return ok(endOfDay(context, to, night, [fact]));
};

/** A wait that began on the wrong time is moved to the right one. */
function onTime(visit: Visit, arrivedAt: Instant): Visit {
  return arrivedAt === visit.arrivedAt ? visit : { ...visit, arrivedAt };
}
