import type { Instant, WaitingRange } from '@motcua/domain';
import { type Language, texts } from '@motcua/i18n';
import type { SlipField } from './default-layout.ts';
import type { Slip } from './slip.ts';

type FieldKey = SlipField['key'];

/** What stands in a field of the slip, null where the line is left out. */
export function fieldValue(slip: Slip, key: FieldKey): string | null {
  switch (key) {
    case 'appointment':
      return slip.bookedFor === null ? null : clockText(slip.bookedFor, slip.zone);
    case 'counters':
      return slip.counters.length === 0 ? null : slip.counters.join(', ');
    case 'ahead':
      // An appointment is called by its time, and not behind everybody who is there already.
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
 * What a phone keeps of the slip without any network: number and time, in letters that every reader takes for what they
 * are (ASCII; a code does not say in which encoding others would be). The first line is the number and the slip's code,
 * so that a kiosk knows the slip by it; the code alone where the number has another letter (`Đ`), and null where there
 * is neither: no number is better than a wrong one.
 */
export function textToKeep({ number, code, issuedAt, zone }: Slip): string | null {
  const first = [saysNumber({ number }) ? number : null, code].filter((part) => part !== null);
  if (first.length === 0) return null;
  return `${first.join(' ')}\n${timeText(issuedAt, zone).replace(' · ', ' ')}`;
}

/** Whether the number has only letters of which no reader makes others. */
export const saysNumber = ({ number }: Pick<Slip, 'number'>): boolean =>
  /^[\x20-\x7e]+$/.test(number);

function peopleText(count: number | 'unknown', language: Language): string {
  const t = texts(language);
  if (count === 'unknown') return t('slip.ahead.unknown');
  if (count === 0) return t('slip.ahead.none');
  return count === 1 ? t('slip.ahead.one') : t('slip.ahead.many', { count });
}

/** The estimate as a slip says it: "khoảng 10–20 phút". */
export function estimateText(range: WaitingRange, language: Language): string {
  const { fromMinutes: from, toMinutes: to } = range;
  return texts(language)('slip.estimate.minutes', { from, to });
}

/** `14:30` in the zone. */
function clockText(at: Instant, zone: string): string {
  return timeText(at, zone).split(' · ')[0] ?? '';
}

/** A formatter costs a tenth of a millisecond to make, so each zone has one. */
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
