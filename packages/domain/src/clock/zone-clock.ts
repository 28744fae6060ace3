import type { Instant, LocalDate } from '../ids.ts';

/** Local days and times of one zone. Days end and begin where the zone's clocks say so, also when they jump. */
export interface ZoneClock {
  readonly localDate: (at: Instant) => LocalDate;
  /** Whole minutes past midnight on the local clock, 0 to 1439. */
  readonly localTime: (at: Instant) => number;
  /** 0 is Monday. */
  readonly weekday: (at: Instant) => number;
  readonly startOfDay: (date: LocalDate) => Instant;
  /** The first instant that is no longer in the day. */
  readonly endOfDay: (date: LocalDate) => Instant;
  /** When the local clock first shows that many minutes past midnight, or jumps over it. */
  readonly instantAt: (date: LocalDate, minutes: number) => Instant;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** About a year of hours; then the cache starts anew. */
const REMEMBERED_HOURS = 8_192;

/** Throws a RangeError for a zone that the machine does not know. */
export function createZoneClock(zone: string): ZoneClock {
  const offsetAt = rememberByHour(offsetReader(zone));
  const wallAt = (at: number) => at + offsetAt(at);
  const rememberedDate = rememberLastDay(dateOf);
  const instantAtWall = (wall: number) => firstInstantAtWall(wall, offsetAt);

  return {
    localDate: (at) => rememberedDate(wallAt(at)),
    localTime: (at) => Math.floor(remainder(wallAt(at), DAY_MS) / 60_000),
    weekday: (at) => weekdayOf(wallAt(at)),
    startOfDay: (date) => instantAtWall(midnightOf(date)),
    endOfDay: (date) => instantAtWall(midnightOf(date) + DAY_MS),
    instantAt: (date, minutes) => instantAtWall(midnightOf(date) + minutes * 60_000),
  };
}

/** The day `days` later. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return days === 0 ? date : dateOf(midnightOf(date) + days * DAY_MS);
}

/** 0 is Monday. */
export function weekdayOfDate(date: LocalDate): number {
  return weekdayOf(midnightOf(date));
}

/** Whether the text is a day of the calendar, `2026-11-23`. */
export function isLocalDate(text: string): text is LocalDate {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const midnight = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(midnight) && dateOf(midnight) === text;
}

type Offset = (at: number) => number;

/**
 * Milliseconds by which the zone is ahead of UTC, from the machine's own tables: from its date and time, since a
 * browser before Chromium 95 cannot name an offset.
 */
function offsetReader(zone: string): Offset {
  const format = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  return (at) => {
    const parts = format.formatToParts(at);
    const read = (type: Intl.DateTimeFormatPartTypes) =>
      Number(parts.find((part) => part.type === type)?.value);
    const day = Date.UTC(read('year'), read('month') - 1, read('day'));
    const wall = day + ((read('hour') * 60 + read('minute')) * 60 + read('second')) * 1000;
    return wall - Math.floor(at / 1000) * 1000;
  };
}

/** A look-up takes microseconds and every ticket needs one, so an hour without a jump is looked up once. */
function rememberByHour(read: Offset): Offset {
  const offsets = new Map<number, number | 'jumps'>();
  return (at) => {
    const hour = Math.floor(at / HOUR_MS);
    let offset = offsets.get(hour);
    if (offset === undefined) {
      const first = read(hour * HOUR_MS);
      offset = first === read((hour + 1) * HOUR_MS - 1) ? first : 'jumps';
      if (offsets.size >= REMEMBERED_HOURS) offsets.clear();
      offsets.set(hour, offset);
    }
    return offset === 'jumps' ? read(at) : offset;
  };
}

/** Nearly every look-up is about today. */
function rememberLastDay(read: (wall: number) => LocalDate): (wall: number) => LocalDate {
  let day = Number.NaN;
  let date: LocalDate | undefined;
  return (wall) => {
    const asked = Math.floor(wall / DAY_MS);
    if (date === undefined || asked !== day) {
      date = read(wall);
      day = asked;
    }
    return date;
  };
}

function firstInstantAtWall(wall: number, offsetAt: Offset): Instant {
  const before = offsetAt(wall - DAY_MS);
  const after = offsetAt(wall + DAY_MS);
  let from = wall - Math.max(before, after);
  let to = wall - Math.min(before, after);
  if (from + offsetAt(from) === wall) return from as Instant;
  if (to + offsetAt(to) === wall) return to as Instant;
  // The clock jumped over that time: the jump itself is the answer.
  while (to - from > 1) {
    const middle = Math.floor((from + to) / 2);
    if (middle + offsetAt(middle) < wall) from = middle;
    else to = middle;
  }
  return to as Instant;
}

function midnightOf(date: LocalDate): number {
  return Date.UTC(
    Number(date.slice(0, 4)),
    Number(date.slice(5, 7)) - 1,
    Number(date.slice(8, 10)),
  );
}

function dateOf(wall: number): LocalDate {
  const date = new Date(wall);
  const twoDigits = (value: number) => (value < 10 ? `0${value}` : String(value));
  const year = String(date.getUTCFullYear()).padStart(4, '0');
  return `${year}-${twoDigits(date.getUTCMonth() + 1)}-${twoDigits(date.getUTCDate())}` as LocalDate;
}

/** The epoch began on a Thursday. */
function weekdayOf(wall: number): number {
  return remainder(Math.floor(wall / DAY_MS) + 3, 7);
}

function remainder(value: number, by: number): number {
  return ((value % by) + by) % by;
}
