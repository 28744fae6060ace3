import {
  addDays,
  type Booking,
  byArrival,
  createZoneClock,
  type Device,
  type Instant,
  type LocalDate,
  openSpansOn,
  type ServiceId,
  type Slot,
  slotsOf,
  type Visit,
} from '@motcua/domain';
import type { Mirror } from '@motcua/client';
import { isHeadHere } from '../screens/counter-view.ts';
import { toRow, type VisitRow } from '../visit/visit-row.ts';

/** As many as fit at a glance; a longer number finds fewer. */
const MAX_FOUND = 12;

/** Today's visits whose number contains the typed text, the exact match first; an empty text finds none. */
export function findVisits(mirror: Mirror, typed: string, now: Instant): readonly VisitRow[] {
  const sought = typed.normalize('NFKC').toUpperCase().replaceAll(/\s/g, '');
  if (sought === '') return [];
  const row = toRow(mirror, { counterId: null, isHead: isHeadHere(mirror) }, now);
  const distance = ({ ticket }: Visit) => ticket.number.length - sought.length;
  return [...mirror.visits.values()]
    .filter(({ day, ticket }) => day === mirror.today && ticket.number.includes(sought))
    .toSorted((a, b) => distance(a) - distance(b) || a.ticket.seq - b.ticket.seq)
    .slice(0, MAX_FOUND)
    .map(row);
}

/** More lines than are useful on a phone. */
const MAX_LISTED = 60;

/** Today's waiting visits, longest wait first, and those that missed a call or left, latest first; training left out. */
export function peopleToHelp(
  mirror: Mirror,
  now: Instant,
): { readonly waiting: readonly VisitRow[]; readonly missed: readonly VisitRow[] } {
  const row = toRow(mirror, { counterId: null, isHead: isHeadHere(mirror) }, now);
  const today = [...mirror.visits.values()].filter(
    ({ day, training }) => day === mirror.today && !training,
  );
  return {
    waiting: today
      .filter((visit) => visit.state === 'waiting')
      .toSorted(byArrival)
      .slice(0, MAX_LISTED)
      .map(row),
    missed: today
      .filter((visit) => visit.state === 'closed')
      .filter(({ outcome }) => outcome === 'no-show' || outcome === 'left')
      .toSorted((a, b) => b.closedAt - a.closedAt)
      .slice(0, MAX_LISTED)
      .map(row),
  };
}

/** The days that can be booked: as far ahead as the site allows, without closed days. */
export function bookingDays({ settings, today }: Mirror): readonly LocalDate[] {
  const { site } = settings;
  if (!site.bookings.offered) return [];
  const clock = createZoneClock(site.zone);
  return Array.from({ length: site.bookings.daysAhead + 1 }, (_, ahead) =>
    addDays(today, ahead),
  ).filter((day) => openSpansOn(site.hours, day, clock).length > 0);
}

/** The slots of a service on a day that have not begun, with their free places. */
export function bookingSlots(
  { settings, bookings }: Mirror,
  serviceId: ServiceId,
  day: LocalDate,
  now: Instant,
): readonly Slot[] {
  const { site, services } = settings;
  const service = services.find(({ id }) => id === serviceId);
  if (service === undefined) return [];
  const clock = createZoneClock(site.zone);
  const slots = slotsOf(day, service.queueId, site.hours, clock, site.bookings, bookings.values());
  return slots.filter(({ startsAt }) => startsAt > now);
}

/** Bookings still expected, today and later, by time. */
export function expectedBookings({ bookings, today }: Mirror): readonly Booking[] {
  return [...bookings.values()]
    .filter(({ state, day }) => state === 'booked' && day >= today)
    .toSorted((a, b) => a.startsAt - b.startsAt || (a.code < b.code ? -1 : 1));
}

export function kiosksOf({ devices }: Mirror): readonly Device[] {
  return [...devices.values()]
    .filter(({ role, revoked }) => role === 'kiosk' && !revoked)
    .toSorted((a, b) => a.name.localeCompare(b.name, 'vi'));
}
