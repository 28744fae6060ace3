import type { Instant, LocalDate, Waits } from '@motcua/domain';
import type { Language, Translate } from '@motcua/i18n';

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;
const TAGS = { vi: 'vi-VN', en: 'en-GB', de: 'de-DE' } as const satisfies Record<Language, string>;

/** Whole minutes, as for a waiting time: "12 phút", "1 giờ 5 phút", "dưới 1 phút". */
export function formatDuration(durationMs: number, t: Translate): string {
  const minutes = Math.floor(durationMs / MINUTE_MS);
  if (minutes < 1) return t('common.less-than-a-minute');
  if (minutes < 60) return t('common.minutes', { minutes });
  return t('common.hours-minutes', { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
}

/** The parts of the whole wait, for a visitor who waited again after the first call. */
export function waitsText({ first, again }: Waits, t: Translate): string {
  return t('common.waited-parts', {
    first: formatDuration(first, t),
    again: formatDuration(again ?? 0, t),
  });
}

/** An age, in seconds below a minute: "12 giây", then like a waiting time. */
export function formatAge(ageMs: number, t: Translate): string {
  if (ageMs >= MINUTE_MS) return formatDuration(ageMs, t);
  return t('common.seconds', { seconds: Math.floor(ageMs / SECOND_MS) });
}

/** `07:05` on the clock of the site's zone. */
export function formatTime(at: Instant, zone: string): string {
  return formatter('vi', zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);
}

/** `07:05:09`, for a clock on the wall and for exact times. */
export function formatTimeOfDay(at: Instant, zone: string): string {
  const parts = {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  } as const;
  return formatter('vi', zone, parts).format(at);
}

/** `23/11/2026` in the site's zone; German writes `23.11.2026`. */
export function formatDate(at: Instant, zone: string, language: Language = 'vi'): string {
  return formatter(language, zone, DATE).format(at);
}

/** "Thứ Hai, 23/11/2026" in the site's zone. */
export function formatLongDate(at: Instant, zone: string, language: Language = 'vi'): string {
  const weekday = formatter(language, zone, { weekday: 'long' }).format(at);
  return `${weekday}, ${formatDate(at, zone, language)}`;
}

/** A calendar day in the language's usual format. */
export function formatLocalDate(day: LocalDate, language: Language = 'vi'): string {
  return formatter(language, 'UTC', DATE).format(Date.parse(`${day}T00:00:00Z`));
}

/** A day of the coming weeks: "Thứ Hai, 23/11". */
export function formatNearDate(day: LocalDate, language: Language = 'vi'): string {
  const at = Date.parse(`${day}T00:00:00Z`);
  const weekday = formatter(language, 'UTC', { weekday: 'long' }).format(at);
  return `${weekday}, ${formatLocalDate(day, language).replace(/\/?\d{4}$/, '')}`;
}

/** The day of an instant in the site's zone, as of the coming weeks: "Thứ Hai, 23/11". */
export function formatNearDay(at: Instant, zone: string, language: Language = 'vi'): string {
  const weekday = formatter(language, zone, { weekday: 'long' }).format(at);
  return `${weekday}, ${formatDate(at, zone, language).replace(/\/?\d{4}$/, '')}`;
}

const DATE = { day: '2-digit', month: '2-digit', year: 'numeric' } as const;

// Building a formatter costs a hundred times as much as using it, and clocks use it every second.
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(
  language: Language,
  timeZone: string,
  parts: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const key = JSON.stringify([language, timeZone, parts]);
  const known = formatters.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(TAGS[language], { ...parts, timeZone });
  formatters.set(key, made);
  return made;
}
