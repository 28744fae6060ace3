import { T0, TODAY } from '@motcua/domain/builders';
import type { Instant } from '@motcua/domain';
import { texts } from '@motcua/i18n';
import { describe, expect, it } from 'vitest';
import {
  formatAge,
  formatDate,
  formatDuration,
  formatLocalDate,
  formatLongDate,
  formatNearDate,
  formatTime,
  formatTimeOfDay,
} from './format.ts';
import { untilNextSecond } from './use-hub-clock.ts';

const ZONE = 'Asia/Ho_Chi_Minh';
const MINUTE_MS = 60_000;

describe('formatDuration', () => {
  it.each([
    [-5_000, 'dưới 1 phút'],
    [0, 'dưới 1 phút'],
    [MINUTE_MS - 1, 'dưới 1 phút'],
    [MINUTE_MS, '1 phút'],
    [12.9 * MINUTE_MS, '12 phút'],
    [60 * MINUTE_MS, '1 giờ 0 phút'],
    [125 * MINUTE_MS, '2 giờ 5 phút'],
  ])('writes %d ms as %s', (durationMs, text) => {
    expect(formatDuration(durationMs, texts('vi'))).toBe(text);
  });
});

describe('formatAge', () => {
  it.each([
    [5_900, '5 giây'],
    [59_999, '59 giây'],
    [MINUTE_MS, '1 phút'],
  ])('writes %d ms as %s', (ageMs, text) => {
    expect(formatAge(ageMs, texts('vi'))).toBe(text);
  });
});

describe('times and dates', () => {
  it('follow the clock of the site, not of the machine', () => {
    expect(formatTime(T0, ZONE)).toBe('08:00');
    expect(formatTime(T0, 'UTC')).toBe('01:00');
  });

  it('write midnight as 00', () => {
    const midnight = Date.UTC(2026, 10, 22, 17, 0, 5) as Instant;
    expect(formatTimeOfDay(midnight, ZONE)).toBe('00:00:05');
    expect(formatDate(midnight, ZONE)).toBe('23/11/2026');
  });

  it.each([
    ['vi', '23/11/2026'],
    ['en', '23/11/2026'],
    ['de', '23.11.2026'],
  ] as const)('write days as %s does', (language, text) => {
    expect(formatDate(T0, ZONE, language)).toBe(text);
    expect(formatLocalDate(TODAY, language)).toBe(text);
  });

  it('name the day of the week', () => {
    expect(formatLongDate(T0, ZONE)).toBe('Thứ Hai, 23/11/2026');
    expect(formatNearDate(TODAY)).toBe('Thứ Hai, 23/11');
    expect(formatNearDate(TODAY, 'en')).toBe('Monday, 23/11');
    expect(formatNearDate(TODAY, 'de')).toBe('Montag, 23.11.');
  });
});

describe('untilNextSecond', () => {
  it.each([
    [0, 1_000],
    [1, 999],
    [61_999, 1],
    [-250, 250],
  ])('at %d ms is %d ms', (hubNow, waitMs) => {
    expect(untilNextSecond(hubNow)).toBe(waitMs);
  });
});
