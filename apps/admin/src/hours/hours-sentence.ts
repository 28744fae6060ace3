import {
  createZoneClock,
  inLanguage,
  openingAt,
  spanMinutes,
  spansOn,
  type Instant,
  type OpeningHours,
  type ZoneClock,
} from '@motcua/domain';
import type { Language } from '@motcua/i18n';
import { formatLongDate, formatTime } from '@motcua/ui';
import type { Words } from '../forms/words.ts';
import { isZone } from './hours-form.ts';

/** "Open today until 17:00": what the hours mean for a visitor who comes at that instant. */
export function hoursSentence(
  hours: OpeningHours,
  zone: string,
  at: Instant,
  language: Language,
): Words {
  if (!isZone(zone)) return { key: 'admin.problem-zone' };
  const clock = createZoneClock(zone);
  const opening = openingAt(hours, at, clock);
  if (opening.open) {
    return { key: 'admin.hours-open-until', params: { time: lastClosing(hours, at, clock) } };
  }
  const { opensAt, reason } = opening;
  if (opensAt === null) return { key: 'admin.hours-never-open' };
  const time = formatTime(opensAt, zone);
  if (clock.localDate(opensAt) === clock.localDate(at)) {
    const until = lastClosing(hours, at, clock);
    return { key: 'admin.hours-opens-today', params: { time, until } };
  }
  const day = formatLongDate(opensAt, zone, language);
  if (reason === null) return { key: 'admin.hours-opens-later', params: { day, time } };
  const params = { day, time, reason: inLanguage(reason, language) };
  return { key: 'admin.hours-closed-because', params };
}

/** A break does not end the day: the last closing on the weekday of `at`, `24:00` when it ends with the day. */
function lastClosing(hours: OpeningHours, at: Instant, clock: ZoneClock): string {
  const spans = spansOn(hours, clock.localDate(at));
  const minutes = Math.max(0, ...spans.map((span) => spanMinutes(span)?.to ?? 0));
  const twoDigits = (value: number) => String(value).padStart(2, '0');
  return `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
}
