import type {
  BookingId,
  LocalDate,
  LocalTime,
  OpeningHours,
  OpenSpan,
  ServiceId,
} from '@motcua/domain';
import { aBooking, aClosedVisit, aSite, KIOSK_1, TODAY } from '@motcua/domain/builders';
import { describe, expect, it } from 'vitest';
import {
  AILING_DEVICES,
  aMirror,
  idOf,
  minutesAgo,
  NOW,
  someoneWaiting,
  TWELVE_WAITING,
} from '../page/example-room.ts';
import type { VisitRow } from '../visit/visit-row.ts';
import {
  bookingDays,
  bookingSlots,
  expectedBookings,
  findVisits,
  kiosksOf,
  peopleToHelp,
} from './floor-view.ts';

const MARRIAGE = 'marriage' as ServiceId;
const morning: OpenSpan = { from: '07:30' as LocalTime, to: '11:30' as LocalTime };
const mornings: OpeningHours = {
  week: Array.from({ length: 7 }, (_, day) => (day < 5 ? [morning] : [])),
  closedDays: [{ date: '2026-11-25' as LocalDate, reason: { vi: 'Nghỉ' } }],
};
const bookings = { ...aSite().bookings, daysAhead: 7 };
const open = { site: { hours: mornings, bookings } };
const numbers = (typed: string) =>
  findVisits(aMirror({ visits: TWELVE_WAITING }), typed, NOW).map(
    ({ visit }) => visit.ticket.number,
  );

describe('a visit on the floor', () => {
  it('is found by its number, however it was typed, the exact one first', () => {
    expect(numbers(' h021')).toEqual(['H021']);
    expect(numbers('14')).toEqual(['S014']);
    expect(numbers('02').every((number) => number.includes('02'))).toBe(true);
  });

  it('is empty while nothing is typed', () => {
    expect(numbers(' ')).toEqual([]);
    expect(numbers('X999')).toEqual([]);
  });
});

describe('the people on the floor', () => {
  it('are who waits, the longest place first, and who missed a call, the latest first', () => {
    const missed = (number: string, minutes: number) =>
      aClosedVisit({
        id: idOf(number),
        ticket: { number, seq: 1, language: 'vi' },
        outcome: 'no-show',
        closedAt: minutesAgo(minutes),
      });
    const practice = { ...someoneWaiting('H001', 50), training: true };
    const served = aClosedVisit({ id: idOf('H002'), outcome: 'served' });
    const visits = [someoneWaiting('H022', 3), someoneWaiting('L008', 9), practice, served];
    const mirror = aMirror({ visits: [...visits, missed('H010', 20), missed('S004', 5)] });
    const { waiting, missed: gone } = peopleToHelp(mirror, NOW);
    const numbersOf = (rows: readonly VisitRow[]) => rows.map(({ visit }) => visit.ticket.number);
    expect([numbersOf(waiting), numbersOf(gone)]).toEqual([
      ['L008', 'H022'],
      ['S004', 'H010'],
    ]);
    expect(gone[0]?.actions).toContain('reinstate');
  });
});

describe('the days that can be booked', () => {
  it('are open ones, as far ahead as the site allows', () => {
    expect(bookingDays(aMirror(open))).toEqual([
      TODAY,
      '2026-11-24',
      '2026-11-26',
      '2026-11-27',
      '2026-11-30',
    ]);
  });

  it('are none where bookings are not offered', () => {
    const site = { hours: mornings, bookings: { ...bookings, offered: false } };
    expect(bookingDays(aMirror({ site }))).toEqual([]);
  });
});

describe('the slots of a day', () => {
  it('are those to come, with what is free', () => {
    const taken = aBooking({ startsAt: minutesAgo(-30) });
    const slots = bookingSlots(aMirror({ ...open, bookings: [taken] }), MARRIAGE, TODAY, NOW);
    expect(slots.map(({ startsAt, free }) => [(startsAt - NOW) / 60_000, free])).toEqual([
      [30, 1],
      [60, 2],
      [90, 2],
      [120, 2],
    ]);
  });
});

describe('the lists of the floor', () => {
  it('show who is still expected, by time', () => {
    const late = aBooking({ id: 'b2' as BookingId, startsAt: minutesAgo(-90) });
    const soon = aBooking({ id: 'b1' as BookingId, startsAt: minutesAgo(-30) });
    const gone = aBooking({ id: 'b3' as BookingId, state: 'cancelled' });
    const mirror = aMirror({ bookings: [late, gone, soon] });
    expect(expectedBookings(mirror).map(({ id }) => id)).toEqual(['b1', 'b2']);
  });

  it('show kiosks and no other devices', () => {
    expect(kiosksOf(aMirror({ devices: AILING_DEVICES })).map(({ id }) => id)).toEqual([KIOSK_1]);
  });
});
