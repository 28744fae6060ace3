import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Instant, LocalDate } from '../ids.ts';
import { addDays, createZoneClock, isLocalDate, weekdayOfDate } from './zone-clock.ts';

const VIET_NAM = 'Asia/Ho_Chi_Minh';
const BERLIN = 'Europe/Berlin';
/** Half hours, jumps at midnight, half-hour jumps and a zone far behind. */
const ZONES = [VIET_NAM, BERLIN, 'Asia/Kolkata', 'America/Santiago', 'Australia/Lord_Howe', 'UTC'];

const day = (text: string) => text as LocalDate;
const instant = (text: string) => Date.parse(text) as Instant;
const instants = fc
  .integer({ min: Date.UTC(2015, 0, 1), max: Date.UTC(2035, 0, 1) })
  .map((at) => at as Instant);

/** What the machine itself shows, formatted anew. */
function shown(zone: string, at: number) {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'medium',
  });
  const [date = '', time = ''] = format.format(at).split(' ');
  const [hours, minutes] = time.split(':').map(Number);
  return { date, minutes: (hours ?? 0) * 60 + (minutes ?? 0) };
}

describe('a zone clock', () => {
  it('tells the day and the time in Việt Nam', () => {
    const clock = createZoneClock(VIET_NAM);
    const at = instant('2026-11-22T17:30:59Z');
    expect(clock.localDate(at)).toBe('2026-11-23');
    expect(clock.localTime(at)).toBe(30);
    expect(clock.weekday(at)).toBe(0);
    expect(clock.weekday(instant('2026-11-22T16:59:59Z'))).toBe(6);
    expect(clock.startOfDay(day('2026-11-23'))).toBe(instant('2026-11-22T17:00:00Z'));
    expect(clock.endOfDay(day('2026-11-23'))).toBe(instant('2026-11-23T17:00:00Z'));
  });

  it.each(ZONES)('agrees in %s with the machine', (zone) => {
    const clock = createZoneClock(zone);
    fc.assert(
      fc.property(instants, (at) => {
        const { date, minutes } = shown(zone, at);
        expect(clock.localDate(at)).toBe(date);
        expect(clock.localTime(at)).toBe(minutes);
        expect(clock.weekday(at)).toBe((new Date(`${date}T00:00Z`).getUTCDay() + 6) % 7);
      }),
    );
  });

  it.each(ZONES)('finds each instant of %s within its own day', (zone) => {
    const clock = createZoneClock(zone);
    fc.assert(
      fc.property(instants, (at) => {
        const date = clock.localDate(at);
        expect(clock.startOfDay(date)).toBeLessThanOrEqual(at);
        expect(clock.endOfDay(date)).toBeGreaterThan(at);
        expect(clock.endOfDay(date)).toBe(clock.startOfDay(addDays(date, 1)));
        expect(shown(zone, clock.startOfDay(date)).date).toBe(date);
        expect(shown(zone, clock.startOfDay(date) - 1).date).not.toBe(date);
      }),
    );
  });

  it.each([
    ['2026-03-29', 23],
    ['2026-10-25', 25],
    ['2026-06-01', 24],
  ])('gives %s in Berlin %i hours', (date, hours) => {
    const clock = createZoneClock(BERLIN);
    expect(clock.endOfDay(day(date)) - clock.startOfDay(day(date))).toBe(hours * 3_600_000);
  });

  it('answers an hour in which the clock jumps minute by minute', () => {
    const clock = createZoneClock('Australia/Lord_Howe');
    // At 02:00 the clock goes to 02:30: 15:30 UTC, in the middle of an hour.
    expect(clock.localTime(instant('2026-10-03T15:29:00Z'))).toBe(119);
    expect(clock.localTime(instant('2026-10-03T15:30:00Z'))).toBe(150);
  });

  it('takes the jump itself for a time that is jumped over', () => {
    const clock = createZoneClock(BERLIN);
    expect(clock.instantAt(day('2026-03-29'), 150)).toBe(instant('2026-03-29T01:00:00Z'));
  });

  it('takes the first of two equal times', () => {
    const clock = createZoneClock(BERLIN);
    expect(clock.instantAt(day('2026-10-25'), 150)).toBe(instant('2026-10-25T00:30:00Z'));
  });

  it('begins a day after a jump at midnight', () => {
    const clock = createZoneClock('America/Santiago');
    expect(clock.startOfDay(day('2026-09-06'))).toBe(instant('2026-09-06T04:00:00Z'));
    expect(clock.localTime(clock.startOfDay(day('2026-09-06')))).toBe(60);
  });

  it('refuses a zone that does not exist', () => {
    expect(() => createZoneClock('Asia/Kim_Boi')).toThrow(RangeError);
  });
});

describe('a local date', () => {
  it('is counted over the ends of months and years', () => {
    expect(addDays(day('2026-12-31'), 1)).toBe('2027-01-01');
    expect(addDays(day('2028-02-28'), 1)).toBe('2028-02-29');
    expect(addDays(day('2026-03-01'), -1)).toBe('2026-02-28');
    expect(weekdayOfDate(day('2026-11-23'))).toBe(0);
  });

  it.each(['2026-02-29', '2026-13-01', '2026-1-1', '', '2026-11-23T00:00', '23/11/2026'])(
    'is not %j',
    (text) => {
      expect(isLocalDate(text)).toBe(false);
    },
  );
});
