import { describe, expect, it } from 'vitest';
import type { Booking } from './booking.ts';
import { aBooking, aQueue, aService, aSite, minutesAfterT0, TODAY } from '../builders.ts';
import type { BookingId, LocalDate } from '../ids.ts';
import { USUAL_BACKUP_SETTINGS } from './backup-settings.ts';
import type { Settings } from './settings.ts';
import type { Site } from './site.ts';
import { lostBookings, newlyLostBookings } from './lost-bookings.ts';

const HOURS = { from: '07:30', to: '11:30' } as Site['hours']['week'][number][number];
const hours: Site['hours'] = { week: Array.from({ length: 7 }, () => [HOURS]), closedDays: [] };
const offered = { ...aSite().bookings, offered: true };
const settings: Settings = {
  site: aSite({ hours, bookings: offered }),
  serviceGroups: [],
  services: [aService()],
  queues: [aQueue()],
  counters: [],
  priorityGroups: [],
  safekeeping: USUAL_BACKUP_SETTINGS,
};
const booking = (id: string, minutes: number, part: Partial<Booking> = {}): Booking =>
  aBooking({
    id: id as BookingId,
    day: TODAY,
    startsAt: minutesAfterT0(minutes),
    state: 'booked',
    ...part,
  });
const mirror = (...bookings: readonly Booking[]) => ({
  today: TODAY,
  settings,
  bookings: new Map(bookings.map((each) => [each.id, each])),
});
const day = mirror(booking('late', 180), booking('early', 30));
const lostBy = (changed: Partial<Settings>) =>
  newlyLostBookings(day, { ...settings, ...changed }).map(
    (lost) => `${lost.booking.id} ${lost.because}`,
  );
const site = (part: Partial<Site>) => ({ site: { ...settings.site, ...part } });

describe('bookings', () => {
  it('are kept while nothing changes', () => {
    expect(lostBookings(day, settings)).toEqual([]);
  });

  it('are lost on a day that is closed, by time', () => {
    const closedDays = [{ date: TODAY, reason: { vi: 'Quốc khánh' } }];
    expect(lostBy(site({ hours: { ...hours, closedDays } }))).toEqual([
      'early closed-day',
      'late closed-day',
    ]);
  });

  it('are lost where the hours become shorter', () => {
    const shorter = { ...HOURS, to: '10:30' } as typeof HOURS;
    expect(
      lostBy(site({ hours: { week: hours.week.map(() => [shorter]), closedDays: [] } })),
    ).toEqual(['late outside-hours']);
  });

  it('are lost with their service, its queue, or bookings as such', () => {
    const both = (because: string) => [`early ${because}`, `late ${because}`];
    expect(lostBy({ services: [aService({ active: false })] })).toEqual(both('service-closed'));
    expect(lostBy({ services: [] })).toEqual(both('service-closed'));
    expect(lostBy({ queues: [aQueue({ active: false })] })).toEqual(both('queue-closed'));
    expect(lostBy(site({ bookings: { ...offered, offered: false } }))).toEqual(both('not-offered'));
  });

  it('are not lost when they are used, cancelled or past', () => {
    const others = mirror(
      booking('used', 30, { state: 'checked-in' }),
      booking('cancelled', 30, { state: 'cancelled' }),
      booking('past', 30, { day: '2026-11-20' as LocalDate }),
    );
    expect(lostBookings(others, { ...settings, services: [] })).toEqual([]);
  });

  it('are counted once, by the change that costs them', () => {
    const closed = { ...settings, queues: [] };
    expect(newlyLostBookings({ ...day, settings: closed }, closed)).toEqual([]);
    expect(lostBookings(day, closed)).toHaveLength(2);
  });
});
