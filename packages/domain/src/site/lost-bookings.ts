import type { Booking } from './booking.ts';
import type { BookingId, LocalDate } from '../ids.ts';
import { openSpansOn } from './opening-hours.ts';
import type { Settings } from './settings.ts';
import { createZoneClock } from '../clock/zone-clock.ts';

/** Why a booking cannot be kept. */
export type BookingLoss =
  | 'not-offered'
  | 'service-closed'
  | 'queue-closed'
  | 'closed-day'
  | 'outside-hours';

export interface LostBooking {
  readonly booking: Booking;
  readonly because: BookingLoss;
}

interface Booked {
  readonly bookings: ReadonlyMap<BookingId, Booking>;
  readonly today: LocalDate;
}
type Bound = Pick<Settings, 'site' | 'services' | 'queues'>;

/** Bookings of today and later that could not be kept under these settings, by time. The zone must be valid. */
export function lostBookings({ bookings, today }: Booked, settings: Bound): readonly LostBooking[] {
  return [...bookings.values()]
    .filter(({ state, day }) => state === 'booked' && day >= today)
    .flatMap((booking) => {
      const because = lossOf(booking, settings);
      return because === null ? [] : { booking, because };
    })
    .toSorted((a, b) => a.booking.startsAt - b.booking.startsAt);
}

/** Those of them that the present settings would keep: what a change of settings costs. */
export function newlyLostBookings(
  now: Booked & { readonly settings: Bound },
  settings: Bound,
): readonly LostBooking[] {
  const before = new Set(lostBookings(now, now.settings).map(({ booking }) => booking.id));
  return lostBookings(now, settings).filter(({ booking }) => !before.has(booking.id));
}

function lossOf(
  { serviceId, day, startsAt }: Booking,
  { site, services, queues }: Bound,
): BookingLoss | null {
  if (!site.bookings.offered) return 'not-offered';
  const service = services.find(({ id }) => id === serviceId);
  if (service?.active !== true) return 'service-closed';
  if (queues.find(({ id }) => id === service.queueId)?.active !== true) return 'queue-closed';
  if (site.hours.closedDays.some(({ date }) => date === day)) return 'closed-day';
  const open = openSpansOn(site.hours, day, createZoneClock(site.zone));
  return open.some(({ from, to }) => from <= startsAt && startsAt < to) ? null : 'outside-hours';
}
