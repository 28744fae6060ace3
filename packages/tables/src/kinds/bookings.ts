import {
  addDays,
  type Booking,
  type BookingId,
  type Instant,
  minutesOf,
  readBookingCode,
  slotsOf,
} from '@motcua/domain';
import { foldDiacritics } from '@motcua/i18n';
import { readTime } from '../cell-values.ts';
import type { ImportCurrent, ImportProblem, ImportRules } from '../import-rules.ts';
import type { ImportRow } from '../import-row.ts';
import { wordsFor } from './people.ts';
import { serviceNamed, writeService } from './services.ts';

export const BOOKINGS: ImportRules<Booking> = {
  needed: ['day', 'time', 'service'],
  items: ({ use }) => [...use.bookings.values()],
  idOf: ({ id }) => id,
  nameOf: ({ code }) => code,
  keyOf: ({ code }) => code,

  /** By its code; a row without one means any booking of that service at that time that no other row meant. */
  finder: (current) => (row, claimed) => {
    const bookings = [...current.use.bookings.values(), ...current.pastBookings];
    const code = readBookingCode(row.text('code'));
    if (code !== null) return bookings.find((booking) => booking.code === code);
    const startsAt = startIn(row, current);
    const service = serviceNamed(row.text('service'), current);
    return bookings.find(
      (booking) =>
        (booking.state !== 'cancelled' || booking.day < current.today) &&
        !claimed.has(booking.id) &&
        booking.startsAt === startsAt &&
        booking.serviceId === service?.id,
    );
  },

  read: (row, before, current) => {
    const code = row.text('code');
    if (code !== '' && readBookingCode(code) === null)
      row.fail('code', 'not-a-booking-code', { value: code });
    const day = (row.needed('day'), row.day('day'));
    // What became of a past booking after the file was written is no error of the file.
    if (before !== undefined && before.day < current.today && before.day === day) return before;
    const time = row.needed('time');
    const startsAt = startIn(row, current);
    if (time !== '' && day !== null && startsAt === null)
      row.fail('time', 'not-a-time', { value: time });
    const value = row.needed('service');
    const service = value === '' ? null : serviceNamed(value, current);
    if (value !== '' && service === null) row.fail('service', 'unknown-service', { value });
    const state = foldDiacritics(row.text('state'));
    const known = before?.state ?? 'booked';
    if (state !== '' && state !== known && !wordsFor(`import.state-${known}`).includes(state))
      row.fail('state', 'state-changed');
    if (day === null || startsAt === null || service === null || row.errors.length > 0) return null;
    return {
      id: before?.id ?? (current.newId() as BookingId),
      code: before?.code ?? readBookingCode(code) ?? current.newBookingCode(),
      serviceId: service.id,
      queueId: before?.serviceId === service.id ? before.queueId : service.queueId,
      day,
      startsAt,
      state: known,
      visitId: before?.visitId ?? null,
    };
  },

  /** New and moved ones take their places after all others. */
  check: (after, touched, { use: { settings }, pastBookings, clock, today }) => {
    const past = new Set(pastBookings.map(({ id }) => id));
    const { hours, bookings: rule } = settings.site;
    const taken = after.filter((booking) => !touched.includes(booking));
    return touched.flatMap((booking): readonly ImportProblem[] => {
      const { id, day, queueId, startsAt } = booking;
      if (day < today || past.has(id)) return [{ id, column: 'day', code: 'day-past' }];
      if (!rule.offered || day > addDays(today, rule.daysAhead))
        return [
          { id, column: 'day', code: rule.offered ? 'slot-not-offered' : 'bookings-not-offered' },
        ];
      const slots = slotsOf(day, queueId, hours, clock, rule, taken);
      const slot = slots.find((each) => each.startsAt === startsAt);
      taken.push(booking);
      if (slot === undefined) return [{ id, column: 'time', code: 'slot-not-offered' }];
      return slot.free > 0 ? [] : [{ id, column: 'time', code: 'slot-full' }];
    });
  },

  // It is cancelled; what is over or used stays.
  removal: ({ state, day }, { today }) => (state === 'booked' && day >= today ? 'goes' : 'stays'),

  write: ({ code, day, startsAt, serviceId, state }, current, words) => {
    const minutes = current.clock.localTime(startsAt);
    const two = (value: number) => String(value).padStart(2, '0');
    return {
      code,
      day: { day },
      time: `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`,
      service: writeService(serviceId, current),
      state: words(`state-${state}`),
    };
  },
};

function startIn(row: ImportRow, { clock }: ImportCurrent): Instant | null {
  const day = row.day('day');
  const minutes = minutesOf(readTime(row.text('time')) ?? '');
  return day === null || minutes === null ? null : clock.instantAt(day, minutes);
}
