import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minutesAfterT0, T0 } from '../builders.ts';
import type { Instant, LocalDate, LocalTime } from '../ids.ts';
import { checkOpeningHours } from './opening-hours-check.ts';
import {
  minutesOf,
  openingAt,
  type OpeningHours,
  type OpenSpan,
  opensOn,
} from './opening-hours.ts';
import { addDays, createZoneClock } from '../clock/zone-clock.ts';

const clock = createZoneClock('Asia/Ho_Chi_Minh');
const span = (from: string, to: string): OpenSpan => ({
  from: from as LocalTime,
  to: to as LocalTime,
});
const OFFICE = [span('07:30', '11:30'), span('13:30', '17:00')];
const WEEK = [OFFICE, OFFICE, OFFICE, OFFICE, OFFICE, [], []];
const REASON = { vi: 'Nghỉ lễ', en: 'Public holiday' };
const closedOn = (...dates: string[]) =>
  dates.map((date) => ({ date: date as LocalDate, reason: REASON }));
const hours = (overrides: Partial<OpeningHours> = {}): OpeningHours => ({
  week: WEEK,
  closedDays: [],
  ...overrides,
});
const everyDay = (...spans: OpenSpan[]) => hours({ week: Array.from({ length: 7 }, () => spans) });
/** Local time in the week of the tests, which begins on Monday 2026-11-23. */
const local = (text: string) => Date.parse(`${text}:00+07:00`) as Instant;
const opening = (text: string, of = hours()) => openingAt(of, local(text), clock);
const openUntil = (text: string) => ({ open: true, until: local(text) });
const closedUntil = (
  text: string,
  reason: OpeningHours['closedDays'][0]['reason'] | null = null,
) => ({
  open: false,
  opensAt: local(text),
  reason,
});

describe('opening', () => {
  it.each([
    ['2026-11-23T07:29', closedUntil('2026-11-23T07:30')],
    ['2026-11-23T07:30', openUntil('2026-11-23T11:30')],
    ['2026-11-23T11:29', openUntil('2026-11-23T11:30')],
    ['2026-11-23T11:30', closedUntil('2026-11-23T13:30')],
    ['2026-11-23T16:59', openUntil('2026-11-23T17:00')],
    ['2026-11-23T17:00', closedUntil('2026-11-24T07:30')],
    ['2026-11-27T17:00', closedUntil('2026-11-30T07:30')],
  ])('at %s is %o', (at, expected) => {
    expect(opening(at)).toEqual(expected);
  });

  it('says why a day is closed, and when it opens again', () => {
    const tet = hours({ closedDays: closedOn('2026-11-23', '2026-11-24') });
    expect(opening('2026-11-23T09:00', tet)).toEqual(closedUntil('2026-11-25T07:30', REASON));
    expect(opening('2026-11-22T09:00', tet)).toEqual(closedUntil('2026-11-25T07:30'));
  });

  it('has hours of its own on a day that is worked in lieu, and none more on one that is closed', () => {
    // Monday is off; Saturday the 28th is worked instead of it.
    const swapped = hours({
      closedDays: closedOn('2026-11-23'),
      specialDays: [
        { date: '2026-11-28' as LocalDate, spans: [span('08:00', '12:00')], reason: REASON },
        { date: '2026-11-27' as LocalDate, spans: [span('07:30', '10:00')], reason: REASON },
      ],
    });
    expect(opening('2026-11-28T09:00', swapped)).toEqual(openUntil('2026-11-28T12:00'));
    expect(opening('2026-11-27T10:00', swapped)).toEqual(closedUntil('2026-11-28T08:00'));
    expect(opening('2026-11-28T12:00', swapped)).toEqual(closedUntil('2026-11-30T07:30'));
    const both = { ...swapped, closedDays: closedOn('2026-11-28') };
    expect(opening('2026-11-28T09:00', both).open).toBe(false);
  });

  it('takes spans that touch for one', () => {
    const merged = everyDay(span('07:00', '12:00'), span('12:00', '15:00'));
    expect(opening('2026-11-23T08:00', merged)).toEqual(openUntil('2026-11-23T15:00'));
  });

  it.each(['24:00', '00:00'])('goes on over midnight after a span to %s', (end) => {
    const night = hours({
      week: [[span('22:00', end)], [span('00:00', '06:00')], [], [], [], [], []],
    });
    expect(opening('2026-11-23T23:00', night)).toEqual(openUntil('2026-11-24T06:00'));
    expect(opening('2026-11-24T05:00', night)).toEqual(openUntil('2026-11-24T06:00'));
    expect(opening('2026-11-24T06:00', night)).toEqual(closedUntil('2026-11-30T22:00'));
  });

  it('ends at midnight before a closed day', () => {
    const always = { ...everyDay(span('00:00', '24:00')), closedDays: closedOn('2026-11-25') };
    expect(opening('2026-11-23T12:00', always)).toEqual(openUntil('2026-11-25T00:00'));
  });

  it('looks a week ahead where a site never closes', () => {
    expect(opening('2026-11-23T12:00', everyDay(span('00:00', '24:00')))).toEqual(
      openUntil('2026-12-01T00:00'),
    );
  });

  it('is never, where no day has hours', () => {
    expect(opening('2026-11-23T12:00', everyDay())).toEqual({
      open: false,
      opensAt: null,
      reason: null,
    });
  });

  it('is not promised for a span that the clock jumps over', () => {
    // In Berlin the clock goes from 02:00 to 03:00 on 2026-03-29, a Sunday.
    const berlin = createZoneClock('Europe/Berlin');
    const sundays = hours({ week: [[], [], [], [], [], [], [span('02:15', '02:45')]] });
    const before = Date.parse('2026-03-29T00:00:00+01:00') as Instant;
    expect(openingAt(sundays, before, berlin)).toMatchObject({
      open: false,
      opensAt: Date.parse('2026-04-05T02:15:00+02:00'),
    });
  });

  it('is searched for 400 days ahead and no further', () => {
    const after = (days: number) => {
      const shut = Array.from({ length: days }, (_, day) =>
        addDays('2026-11-23' as LocalDate, day),
      );
      const closedDays = closedOn(...shut);
      return opening('2026-11-23T09:00', { ...everyDay(...OFFICE), closedDays });
    };
    expect(after(400)).toEqual(closedUntil('2027-12-28T07:30', REASON));
    expect(after(401)).toEqual({ open: false, opensAt: null, reason: REASON });
  });

  it('counts malformed spans as closed', () => {
    const odd = everyDay(span('25:00', '26:00'), span('8', '9'), span('09:00', '08:00'));
    expect(opening('2026-11-23T08:30', odd)).toMatchObject({ open: false, opensAt: null });
  });

  it('opens and closes exactly at the times it names', () => {
    const times = fc.integer({ min: 0, max: 96 }).map((quarter) => {
      const pad = (value: number) => String(value).padStart(2, '0');
      return `${pad(Math.floor(quarter / 4))}:${pad((quarter % 4) * 15)}`;
    });
    const day = fc.array(
      fc.tuple(times, times).map(([a, b]) => span(a < b ? a : b, a < b ? b : a)),
      {
        maxLength: 3,
      },
    );
    const weeks = fc.array(day, { minLength: 7, maxLength: 7 });
    const closed = fc.constantFrom(closedOn(), closedOn('2026-11-25'), closedOn('2026-11-27'));
    const anyTime = fc.integer({ min: 0, max: 6 * 24 * 60 }).map(minutesAfterT0);
    const zone = fc.constantFrom(clock, createZoneClock('Europe/Berlin'));
    fc.assert(
      fc.property(weeks, closed, anyTime, zone, (week, closedDays, at, where) => {
        const open = { week, closedDays };
        const now = openingAt(open, at, where);
        const turn = now.open ? now.until : now.opensAt;
        if (turn === null) return;
        expect(turn).toBeGreaterThan(at);
        const before = openingAt(open, (turn - 1) as Instant, where);
        expect(before.open).toBe(now.open);
        const isWithinLookAhead = turn - at < 6 * 86_400_000;
        expect(!isWithinLookAhead || openingAt(open, turn, where).open === !now.open).toBe(true);
      }),
    );
  });
});

describe('the opening of a day', () => {
  it('is its first span, or its beginning when it has none', () => {
    const monday = clock.localDate(T0);
    const sunday = addDays(monday, 6);
    const week = Array.from({ length: 7 }, (_, day) =>
      day === 0 ? [span('13:30', '17:00'), span('07:30', '11:30')] : [],
    );
    const weekly: OpeningHours = { week, closedDays: [] };
    expect(opensOn(weekly, monday, clock)).toBe(clock.instantAt(monday, 7 * 60 + 30));
    expect(opensOn(weekly, sunday, clock)).toBe(clock.startOfDay(sunday));
  });
});

describe('a time of day', () => {
  it.each([
    ['00:00', 0],
    ['07:30', 450],
    ['24:00', 1440],
    ['24:01', null],
    ['7:30', null],
    ['12:60', null],
    ['', null],
  ])('%j is %o minutes', (text, minutes) => {
    expect(minutesOf(text)).toBe(minutes);
  });
});

describe('the check of opening hours', () => {
  const monday = (...spans: OpenSpan[]) => hours({ week: [spans, [], [], [], [], [], []] });

  it.each([
    ['ordinary hours', hours(), []],
    ['a night', monday(span('22:00', '00:00')), []],
    ['touching spans', monday(span('07:00', '12:00'), span('12:00', '15:00')), []],
    ['six days', hours({ week: WEEK.slice(1) }), [{ type: 'not-seven-days' }]],
    [
      'a time that is none',
      monday(span('7h', '11:30')),
      [{ type: 'malformed-time', weekday: 0, span: 0 }],
    ],
    [
      'an end before the beginning',
      monday(span('11:30', '07:30')),
      [{ type: 'ends-before-it-begins', weekday: 0, span: 0 }],
    ],
    [
      'a span after one that ends before it begins',
      monday(span('11:30', '07:30'), span('07:00', '12:00')),
      [{ type: 'ends-before-it-begins', weekday: 0, span: 0 }],
    ],
    [
      'the afternoon first',
      monday(span('13:30', '17:00'), span('07:30', '11:30')),
      [{ type: 'out-of-order', weekday: 0, span: 1 }],
    ],
    [
      'overlapping spans',
      monday(span('07:30', '12:00'), span('11:30', '17:00')),
      [{ type: 'overlaps', weekday: 0, span: 1 }],
    ],
    [
      'days that are none, or named twice',
      hours({ closedDays: closedOn('2026-02-30', '2026-09-02', '2026-09-02') }),
      [
        { type: 'malformed-date', date: '2026-02-30' },
        { type: 'date-twice', date: '2026-09-02' },
      ],
    ],
    [
      'special days without hours, with wrong ones, or closed as well',
      hours({
        closedDays: closedOn('2026-09-05'),
        specialDays: [
          { date: '2026-09-05' as LocalDate, spans: [], reason: REASON },
          { date: '2026-09-12' as LocalDate, spans: [span('12:00', '08:00')], reason: REASON },
        ],
      }),
      [
        { type: 'no-hours', date: '2026-09-05' },
        { type: 'ends-before-it-begins', date: '2026-09-12', span: 0 },
        { type: 'date-twice', date: '2026-09-05' },
      ],
    ],
  ])('of %s finds %#', (_what, tested, problems) => {
    expect(checkOpeningHours(tested)).toEqual(problems);
  });

  it('lives in the week that begins with the tests', () => {
    expect(clock.localDate(T0)).toBe('2026-11-23');
  });
});
