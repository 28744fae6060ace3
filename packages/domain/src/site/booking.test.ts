import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aBooking, aSite, CERT, CIVIL, minutesAfterT0, T0, TODAY } from '../builders.ts';
import {
  type Booking,
  checkIn,
  CODE_LETTERS,
  CODE_LENGTH,
  readBookingCode,
  slotsOf,
  toBookingCode,
} from './booking.ts';
import type { Instant, LocalDate, LocalTime, QueueId } from '../ids.ts';
import { openingAt } from './opening-hours.ts';
import { addDays, createZoneClock } from '../clock/zone-clock.ts';

const clock = createZoneClock('Asia/Ho_Chi_Minh');
const rule = aSite().bookings;
const span = (from: string, to: string) => ({ from: from as LocalTime, to: to as LocalTime });
const hours = {
  week: Array.from({ length: 7 }, () => [span('07:30', '11:30'), span('13:30', '17:00')]),
  closedDays: [],
};

describe('a booking code', () => {
  it('has six letters, none of which looks like another', () => {
    for (const pair of ['0O', '1I', '1L', '2Z', '5S', '6G', '8B', 'UV'])
      expect([...pair].filter((letter) => CODE_LETTERS.includes(letter)).length).toBe(0);
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), { minLength: 6 }),
        (numbers) => {
          let next = 0;
          const code = toBookingCode(() => numbers[next++] ?? 0);
          expect(code).toHaveLength(CODE_LENGTH);
          expect(readBookingCode(code)).toBe(code);
          // What a Vietnamese input method would join when a scanner types it.
          expect(code).not.toMatch(/[AEIOUYDW]/);
        },
      ),
    );
  });

  it('is read however it was typed, and nothing else is', () => {
    expect(readBookingCode(' k7m-4xp ')).toBe('K7M4XP');
    for (const typed of ['', 'K7M4X', 'K7M4XPP', 'K0M4XP', '<script>']) {
      expect(readBookingCode(typed)).toBeNull();
    }
  });
});

describe('the slots of a day', () => {
  const slots = (day = TODAY, bookings = [aBooking()], queueId = CIVIL) =>
    slotsOf(day, queueId, hours, clock, rule, bookings);

  it('fill the opening hours and leave the noon free', () => {
    const times = slots().map(({ startsAt }) => clock.localTime(startsAt) / 60);
    expect(times).toEqual([7.5, 8, 8.5, 9, 9.5, 10, 10.5, 11, 13.5, 14, 14.5, 15, 15.5, 16, 16.5]);
  });

  it('take as many bookings as their capacity, for each queue by itself', () => {
    const at = aBooking().startsAt;
    const free = (...of: Parameters<typeof slots>) =>
      slots(...of).find(({ startsAt }) => startsAt === at)?.free;
    expect(free()).toBe(1);
    expect(free(TODAY, [aBooking(), aBooking()])).toBe(0);
    expect(free(TODAY, [aBooking(), aBooking(), aBooking()])).toBe(0);
    expect(free(TODAY, [aBooking({ state: 'cancelled' })])).toBe(2);
    expect(free(TODAY, [aBooking(), aBooking()], CERT)).toBe(2);
  });

  it('are never overbooked, stay within the hours, and lose no place to another queue or day', () => {
    const wish = fc.record({
      slot: fc.nat(14),
      queueId: fc.constantFrom(CIVIL, CERT),
      day: fc.constantFrom(TODAY, addDays(TODAY, 1)),
      state: fc.constantFrom('booked' as const, 'checked-in' as const, 'cancelled' as const),
    });
    const anyRule = fc.record({
      slotMinutes: fc.constantFrom(15, 20, 30, 45, 60),
      capacity: fc.integer({ min: 1, max: 4 }),
    });
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 60 }), anyRule, (wishes, parts) => {
        const given = { ...rule, ...parts };
        const of = (day: LocalDate, queueId: QueueId) =>
          slotsOf(day, queueId, hours, clock, given, bookings);
        const bookings: Booking[] = [];
        for (const { slot, queueId, day, state } of wishes) {
          const { startsAt, free } = of(day, queueId)[slot] ?? { startsAt: T0, free: 0 };
          if (free > 0) bookings.push(aBooking({ startsAt, queueId, day, state }));
        }
        for (const day of [TODAY, addDays(TODAY, 1)])
          for (const queueId of [CIVIL, CERT])
            for (const { startsAt, free } of of(day, queueId)) {
              const taken = bookings.filter(
                (each) =>
                  each.startsAt === startsAt &&
                  each.queueId === queueId &&
                  each.state !== 'cancelled',
              );
              expect(taken.length + free).toBe(given.capacity);
              const ends = (startsAt + given.slotMinutes * 60_000 - 1) as Instant;
              for (const at of [startsAt, ends])
                expect(openingAt(hours, at, clock).open).toBe(true);
            }
      }),
    );
  });

  it('are none on a closed day, or where bookings are not offered', () => {
    const closed = { ...hours, closedDays: [{ date: TODAY, reason: { vi: 'Nghỉ lễ' } }] };
    expect(slotsOf(TODAY, CIVIL, closed, clock, rule, [])).toEqual([]);
    expect(slotsOf(TODAY, CIVIL, hours, clock, { ...rule, offered: false }, [])).toEqual([]);
  });
});

describe('a booking at the kiosk', () => {
  const booking = aBooking({ startsAt: minutesAfterT0(60) });
  const at = (minutes: number, today: LocalDate = TODAY) =>
    checkIn(booking, minutesAfterT0(minutes), today, rule, clock);

  it.each([
    [
      29,
      {
        ok: false,
        refusal: { code: 'booking-too-early', detail: { time: '09:00', from: '08:30' } },
      },
    ],
    [30, { ok: true, value: { as: 'booked', bookedFor: booking.startsAt } }],
    [75, { ok: true, value: { as: 'booked', bookedFor: booking.startsAt } }],
    [76, { ok: true, value: { as: 'late' } }],
  ])('%s minutes after eight is %j', (minutes, answer) => {
    expect(at(minutes)).toEqual(answer);
  });

  it('counts within the tolerance and never before it, whatever the centre sets; late it still is a ticket', () => {
    const tolerance = fc.integer({ min: 0, max: 120 });
    fc.assert(
      fc.property(fc.integer({ min: -60, max: 420 }), tolerance, tolerance, (minutes, e, l) => {
        const given = { ...rule, earlyMinutes: e, lateMinutes: l };
        const after = minutes - 60;
        expect(checkIn(booking, minutesAfterT0(minutes), TODAY, given, clock)).toMatchObject(
          after < -e
            ? { ok: false, refusal: { code: 'booking-too-early', detail: { time: '09:00' } } }
            : {
                ok: true,
                value: after > l ? { as: 'late' } : { as: 'booked', bookedFor: booking.startsAt },
              },
        );
      }),
    );
  });

  it('is refused on another day, when it was used, and when it was cancelled', () => {
    const refusalOf = (given: Partial<typeof booking>, today = TODAY) => {
      const result = checkIn({ ...booking, ...given }, T0, today, rule, clock);
      return result.ok ? null : result.refusal.code;
    };
    expect(refusalOf({}, '2026-11-24' as LocalDate)).toBe('booking-other-day');
    expect(refusalOf({ state: 'checked-in' })).toBe('already-checked-in');
    expect(refusalOf({ state: 'cancelled' })).toBe('booking-cancelled');
  });
});
