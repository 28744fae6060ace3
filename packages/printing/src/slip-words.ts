import type { Instant, WaitingRange } from '@motcua/domain';
import { type Language, texts } from '@motcua/i18n';
import type { SlipField } from './default-layout.ts';
import type { Slip } from './slip.ts';

type FieldKey = SlipField['key'];

/** The value of a field of the slip, null where the line is left out. */
export function fieldValue(slip: Slip, key: FieldKey): string | null {
  switch (key) {
    case 'appointment':
      return slip.bookedFor === null ? null : clockText(slip.bookedFor, slip.zone);
    case 'counters':
      return slip.counters.length === 0 ? null : slip.counters.join(', ');
    case 'ahead':
      // A booking is called by its time, not after all who are waiting already.
      return slip.peopleAhead === null || slip.bookedFor !== null
        ? null
        : peopleText(slip.peopleAhead, slip.language);
    case 'estimate':
      return slip.bookedFor === null ? slip.estimate : null;
    case 'issued-at':
      return timeText(slip.issuedAt, slip.zone);
  }
}

/**
 * What a phone can read from the slip without a network: number and time in ASCII, because a QR code does not declare
 * its encoding. The first line is the number and the slip's code, by which a kiosk knows the slip; the code only where
 * the number has a non-ASCII letter (`Đ`), and null where there is neither: no number is better than a wrong one.
 */
export function textToKeep({ number, code, issuedAt, zone }: Slip): string | null {
  const first = [saysNumber({ number }) ? number : null, code].filter((part) => part !== null);
  if (first.length === 0) return null;
  return `${first.join(' ')}\n${timeText(issuedAt, zone).replace(' · ', ' ')}`;
}

/** Whether the number has only letters that every reader decodes alike. */
export const saysNumber = ({ number }: Pick<Slip, 'number'>): boolean =>
  /^[\x20-\x7e]+$/.test(number);

function peopleText(count: number | 'unknown', language: Language): string {
  const t = texts(language);
  if (count === 'unknown') return t('slip.ahead.unknown');
  if (count === 0) return t('slip.ahead.none');
  return count === 1 ? t('slip.ahead.one') : t('slip.ahead.many', { count });
}

/** The estimate on a slip: "khoảng 10–20 phút". */
export function estimateText(range: WaitingRange, language: Language): string {
  const { fromMinutes: from, toMinutes: to } = range;
  return texts(language)('slip.estimate.minutes', { from, to });
}

/** `14:30` in the zone. */
function clockText(at: Instant, zone: string): string {
  return timeText(at, zone).split(' · ')[0] ?? '';
}

/** A formatter takes a tenth of a millisecond to create, so each zone has one. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** `08:41 · 23/11/2026` in the zone, the same in every language because clerks read it too. */
function timeText(at: Instant, zone: string): string {
  let format = formats.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      day: '2-digit',
      month: '2-digit',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    formats.set(zone, format);
  }
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]));
  const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? '';
  return `${part('hour')}:${part('minute')} · ${part('day')}/${part('month')}/${part('year')}`;
}
