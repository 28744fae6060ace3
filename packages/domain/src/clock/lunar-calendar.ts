import type { LocalDate } from '../ids.ts';
import { addDays } from './zone-clock.ts';

/**
 * The Vietnamese lunar calendar: months begin on the day of the new moon in Việt Nam (UTC+7), the month with the winter
 * solstice is the 11th, and of 13 months between two of those the first without a solar term doubles the one before it.
 * Positions of sun and moon by the series of Meeus, as Hồ Ngọc Đức uses them; days are counted from 1 January 1900.
 */
const ZONE_DAYS = 7 / 24;
const MONTH_DAYS = 29.530588853;
/** The new moon that months are counted from, on the epoch's day. */
const FIRST_NEW_MOON = 0.076998695;
const CENTURY_DAYS = 36_525;
const EPOCH = '1900-01-01' as LocalDate;

/** The day of a lunar date; `month` is the first of that name where the year has it twice. Sure from 1900 to 2199. */
export function fromLunar(year: number, month: number, day: number): LocalDate {
  // The months 1 to 10 lie between the 11th of the year before and that of the year.
  const winter = month < 11 ? year - 1 : year;
  const from = eleventhMonth(winter);
  const first = monthNumber(from);
  const months = month < 11 ? month + 1 : month - 11;
  const leap = leapMonth(first, monthNumber(eleventhMonth(winter + 1)) - first);
  const start = newMoonDay(first + months + (leap !== null && months >= leap ? 1 : 0));
  return addDays(EPOCH, start + day - 1);
}

/** Counted from the 11th month `first`, the place of the leap month; null: a year of 12 months. */
function leapMonth(first: number, months: number): number | null {
  if (months < 13) return null;
  for (let place = 1; place < 13; place += 1)
    if (sunSector(newMoonDay(first + place)) === sunSector(newMoonDay(first + place + 1)))
      return place;
  return null;
}

/** The first day of the lunar month with the winter solstice, which is when the sun enters its tenth sector. */
function eleventhMonth(year: number): number {
  const lastDay = daysSinceEpoch(`${year}-12-31`);
  const month = Math.floor(lastDay / MONTH_DAYS);
  const start = newMoonDay(month);
  return sunSector(start) >= 9 ? newMoonDay(month - 1) : start;
}

function monthNumber(start: number): number {
  return Math.round((start - FIRST_NEW_MOON) / MONTH_DAYS);
}

/** The day in Việt Nam of the new moon with that number. */
function newMoonDay(month: number): number {
  const t = month / 1236.85;
  const mean =
    0.75933 +
    MEAN_MONTH * month +
    (0.0001178 - 0.000000155 * t) * t ** 2 +
    0.00033 * sin(166.56 + 132.87 * t - 0.009173 * t ** 2);
  const sun = 359.2242 + 29.10535608 * month - (0.0000333 + 0.00000347 * t) * t ** 2;
  const moon = 306.0253 + 385.81691806 * month + (0.0107306 + 0.00001236 * t) * t ** 2;
  const node = 21.2964 + 390.67050646 * month - (0.0016528 + 0.00000239 * t) * t ** 2;
  const correction =
    (0.1734 - 0.000393 * t) * sin(sun) +
    0.0021 * sin(2 * sun) -
    0.4068 * sin(moon) +
    0.0161 * sin(2 * moon) -
    0.0004 * sin(3 * moon) +
    0.0104 * sin(2 * node) -
    0.0051 * sin(sun + moon) -
    0.0074 * sin(sun - moon) +
    0.0004 * sin(2 * node + sun) -
    0.0004 * sin(2 * node - sun) -
    0.0006 * sin(2 * node + moon) +
    0.001 * sin(2 * node - moon) +
    0.0005 * sin(2 * moon + sun);
  // How far the turning of the earth lags behind even time.
  const lag = -0.000278 + 0.000265 * t + 0.000262 * t ** 2;
  // The series counts from noon of the day before the epoch.
  return Math.floor(mean + correction - lag - 0.5 + ZONE_DAYS);
}

const MEAN_MONTH = 29.53058868;

/** Which twelfth of its way, from the spring equinox, the sun is in when that day begins in Việt Nam: 0 to 11. */
function sunSector(day: number): number {
  const t = (day - ZONE_DAYS - J2000) / CENTURY_DAYS;
  const anomaly = 357.5291 + 35_999.0503 * t - (0.0001559 + 0.00000048 * t) * t ** 2;
  const mean = 280.46645 + 36_000.76983 * t + 0.0003032 * t ** 2;
  const longitude =
    mean +
    (1.9146 - 0.004817 * t - 0.000014 * t ** 2) * sin(anomaly) +
    (0.019993 - 0.000101 * t) * sin(2 * anomaly) +
    0.00029 * sin(3 * anomaly);
  return Math.floor((((longitude % 360) + 360) % 360) / 30);
}

/** Noon of 1 January 2000. */
const J2000 = 36_524.5;

function sin(degrees: number): number {
  return Math.sin((degrees * Math.PI) / 180);
}

function daysSinceEpoch(date: string): number {
  return Math.round(
    (Date.parse(`${date}T00:00:00Z`) - Date.parse(`${EPOCH}T00:00:00Z`)) / 86_400_000,
  );
}
