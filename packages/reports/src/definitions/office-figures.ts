import type { Booking, PriorityGroupId } from '@motcua/domain';
import type { DayReport } from '@motcua/protocol/http';
import type { DayMaterial } from './day-material.ts';

/** Missed calls, and the visitors who came back after one. */
export function missedFigures({ visits }: Pick<DayMaterial, 'visits'>): DayReport['missed'] {
  const missed = visits
    .map(({ intervals }) => intervals.filter(({ endedBy }) => endedBy === 'mark-no-show'))
    .filter(({ length }) => length > 0);
  return {
    visits: missed.length,
    byHub: missed.filter((calls) => calls.some(({ endedByHub }) => endedByHub)).length,
    rejoined: visits.flatMap(({ number, queueId, reinstatedAt, outcome }) =>
      reinstatedAt === null ? [] : [{ number, queueId, rejoinedAt: reinstatedAt, outcome }],
    ),
  };
}

/** How many had their place held or were postponed, and for how long all together, in milliseconds. */
export function heldFigures({ visits }: Pick<DayMaterial, 'visits'>): DayReport['held'] {
  const times = visits.map(({ heldTime }) => heldTime).filter((time) => time !== null);
  return { visits: times.length, time: times.reduce((sum, time) => sum + time, 0) };
}

/** `groups` as counted at the end of the day; a removed group has its id as a name. */
export function priorityFigures(
  { visits, settings }: Pick<DayMaterial, 'visits' | 'settings'>,
  groups: Readonly<Record<PriorityGroupId, number>>,
): DayReport['priority'] {
  const known = settings.priorityGroups.map(({ id, name }) => ({ id, name }));
  const removed = Object.keys(groups)
    .filter((key) => known.every(({ id }) => id !== key))
    .map((key) => ({ id: key as PriorityGroupId, name: { vi: key } }));
  return {
    visits: visits.filter(({ priority }) => priority === 'priority').length,
    groups: [...known, ...removed].flatMap(({ id, name }) => {
      const count = groups[id] ?? 0;
      return count === 0 ? [] : [{ groupId: id, name, count }];
    }),
  };
}

/** `bookings` are those for the day. */
export function bookingFigures(
  bookings: readonly Booking[],
  { visits }: Pick<DayMaterial, 'visits'>,
): DayReport['bookings'] {
  const inTime = new Set(visits.filter(({ booked }) => booked).map(({ visitId }) => visitId));
  const of = (state: Booking['state']) => bookings.filter((booking) => booking.state === state);
  const came = of('checked-in');
  return {
    made: bookings.length,
    checkedIn: came.length,
    late: came.filter(({ visitId }) => visitId !== null && !inTime.has(visitId)).length,
    cancelled: of('cancelled').length,
    notCome: of('booked').length,
  };
}
