import {
  addDays,
  admitTicket,
  type Booking,
  type BookingId,
  type CheckIn,
  checkIn as worthOf,
  ok,
  type OfferedServices,
  offeredServices,
  readBookingCode,
  refuse,
  type Result,
  slotsOf,
  toBookingCode,
  toStep,
} from '@motcua/domain';
import type { BookedView, CommandOf } from '@motcua/protocol';
import type { LiveState } from '../../engine/live-state.ts';
import { admissionContext, ticketFacts } from './issue-ticket.ts';
import type { CommandContext, UseCase } from '../use-case.ts';

/** A place in a slot of a coming day. Refuses what is not offered, and a slot that is full. */
export const makeBooking: UseCase<'make-booking'> = (context, { serviceId, startsAt }) => {
  const { state, at, today, newId } = context;
  const { site, clock } = state.settings;
  if (!site.bookings.offered) return refuse('bookings-not-offered');
  const offered = offeredServices(state.settings, [serviceId]);
  if (!offered.ok) return offered;
  const [service] = offered.value;
  const day = clock.localDate(startsAt);
  if (startsAt <= at || day > addDays(today, site.bookings.daysAhead))
    return refuse('slot-not-offered');
  const { queueId } = service;
  const all = [...state.bookings.values()];
  const slot = slotsOf(day, queueId, site.hours, clock, site.bookings, all).find(
    (each) => each.startsAt === startsAt,
  );
  if (slot === undefined) return refuse('slot-not-offered');
  if (slot.free === 0) return refuse('slot-full');

  const booking: Booking = {
    id: newId<BookingId>(),
    code: freeCode(state, context.random),
    serviceId,
    queueId,
    day,
    startsAt,
    state: 'booked',
    visitId: null,
  };
  return ok([{ type: 'booking-changed', booking }]);
};

/** Frees the place; a booking that was used, or cancelled before, is left as it is. */
export const cancelBooking: UseCase<'cancel-booking'> = ({ state }, { bookingId }) => {
  const booking = state.bookings.get(bookingId);
  if (booking === undefined) return refuse('booking-not-found');
  if (booking.state === 'checked-in') return refuse('already-checked-in');
  if (booking.state === 'cancelled') return ok([]);
  return ok([{ type: 'booking-changed', booking: { ...booking, state: 'cancelled' } }]);
};

/** A visitor with a booking has come: a ticket that counts from the booked time, or an ordinary one when it is too late. */
export const checkIn: UseCase<'check-in'> = (context, command) => {
  const found = bookingNow(context, command);
  if (!found.ok) return found;
  const { booking, worth, services } = found.value;
  const first = toStep(services[0]);

  const facts = ticketFacts(context, {
    ...{ ...command, training: false, steps: [first], first },
    bookedFor: worth.as === 'booked' ? worth.bookedFor : null,
  });
  if (!facts.ok) return facts;
  const issued = facts.value.find((fact) => fact.type === 'ticket-issued');
  const visitId = issued?.visit.id ?? null;
  return ok([
    ...facts.value,
    { type: 'booking-changed', booking: { ...booking, state: 'checked-in', visitId } },
  ]);
};

/** What that code is for and how it counts now, before anything is promised; refuses as checking in would. */
export function bookedView(seen: Asked, code: string): Result<BookedView> {
  const found = bookingNow(seen, { code, priorityGroupId: null });
  if (!found.ok) return found;
  const { booking, worth } = found.value;
  const { serviceId, startsAt } = booking;
  return ok({ serviceId, startsAt, worth: worth.as === 'late' ? 'late' : 'in-time' });
}

type Asked = Pick<CommandContext, 'state' | 'at' | 'today' | 'identity'>;

function bookingNow(
  context: Asked,
  { code, priorityGroupId }: Pick<CommandOf<'check-in'>, 'code' | 'priorityGroupId'>,
): Result<{
  readonly booking: Booking;
  readonly worth: CheckIn;
  readonly services: OfferedServices;
}> {
  const { state, at, today, identity } = context;
  const kiosk = identity.deviceId === null ? undefined : state.devices.get(identity.deviceId);
  if (kiosk?.locked === true) return refuse('kiosk-locked');
  // A booking is a visitor's place; practice must not use it up.
  if (kiosk?.training === true) return refuse('bookings-not-offered');
  const booking = bookingOf(state, code);
  if (booking === null) return refuse('booking-not-found');
  const { site, clock } = state.settings;
  const worth = worthOf(booking, at, today, site.bookings, clock);
  if (!worth.ok) return worth;
  const serviceIds = [booking.serviceId];
  const request = { serviceIds, priorityGroupId, kiosk, limits: 'hours' } as const;
  const services = admitTicket(admissionContext(context), request);
  return services.ok ? ok({ booking, worth: worth.value, services: services.value }) : services;
}

function bookingOf({ bookings }: LiveState, typed: string): Booking | null {
  const code = readBookingCode(typed);
  if (code === null) return null;
  // A cancelled booking's code may have been given anew, so valid ones go first.
  const found = [...bookings.values()].filter((booking) => booking.code === code);
  return found.find(({ state }) => state !== 'cancelled') ?? found[0] ?? null;
}

function freeCode({ bookings }: LiveState, random: () => number): string {
  const taken = new Set(
    [...bookings.values()].filter(({ state }) => state === 'booked').map(({ code }) => code),
  );
  for (;;) {
    const code = toBookingCode(random);
    if (!taken.has(code)) return code;
  }
}
