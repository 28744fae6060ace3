import { inLanguage, type Instant, type WaitingRange } from '@motcua/domain';
import { type Language, texts } from '@motcua/i18n';
import type { Slip } from './slip.ts';

type FieldKey = 'counters' | 'ahead' | 'estimate' | 'issued-at';

/** What stands in a field of the slip, null where the line is left out. */
export function fieldValue(slip: Slip, key: FieldKey): string | null {
  switch (key) {
    case 'counters':
      return slip.counters.length === 0 ? null : slip.counters.join(', ');
    case 'ahead':
      return slip.peopleAhead === null ? null : peopleText(slip.peopleAhead, slip.language);
    case 'estimate':
      return slip.estimate;
    case 'issued-at':
      return timeText(slip.issuedAt, slip.zone);
  }
}

/** A code that says more is hard to read from paper. */
const LONGEST_LINE = 48;

/**
 * What a phone keeps of the slip without any network: number, service, time and centre, a line each, in NFC. The first
 * line is the number and the slip's code, so that a kiosk knows the slip by it.
 */
export function textToKeep(slip: Slip): string {
  const { number, code, serviceName, issuedAt, zone, centre, language } = slip;
  return [
    code === null ? number : `${number} ${code}`,
    oneLine(inLanguage(serviceName, language)),
    timeText(issuedAt, zone),
    oneLine(inLanguage(centre, language)),
  ]
    .filter((line) => line !== '')
    .join('\n')
    .normalize('NFC');
}

/** Cut between words when it is long. */
function oneLine(text: string): string {
  const words = text.normalize('NFC').split(/\s+/u).filter(Boolean);
  const whole = words.join(' ');
  if ([...whole].length <= LONGEST_LINE) return whole;
  const short = [...whole].slice(0, LONGEST_LINE - 1).join('');
  const end = short.lastIndexOf(' ');
  return `${(end > 0 ? short.slice(0, end) : short).replace(/[\s,;:–-]+$/u, '')}…`;
}

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
