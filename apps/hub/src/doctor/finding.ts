import type { Language, MessageKey, Params } from '@motcua/i18n';
import { texts } from '@motcua/i18n';

/** One line of the doctor: well, worth a check, or urgent. */
export interface Finding {
  readonly level: 'well' | 'attention' | 'bad';
  readonly key: Extract<MessageKey, `doctor.${string}` | `room.${string}`>;
  readonly params: Params;
}

export const well = (key: Finding['key'], params: Params = {}): Finding => ({
  level: 'well',
  key,
  params,
});
export const attention = (key: Finding['key'], params: Params = {}): Finding => ({
  level: 'attention',
  key,
  params,
});
export const bad = (key: Finding['key'], params: Params = {}): Finding => ({
  level: 'bad',
  key,
  params,
});

/** What the checks need of a language: words, and numbers, sizes and ages in them. */
export interface Words {
  readonly say: (key: MessageKey, params?: Params) => string;
  /** With one decimal digit at most. */
  readonly number: (value: number) => string;
  readonly size: (bytes: number) => string;
  readonly age: (ms: number) => string;
  readonly date: (at: number) => string;
  readonly time: (at: number) => string;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

export function wordsIn(language: Language, zone: string): Words {
  const say = texts(language);
  const locale = language === 'en' ? 'en-GB' : language;
  const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const format = (options: Intl.DateTimeFormatOptions) => {
    const made = new Intl.DateTimeFormat(locale, { timeZone: zone, ...options });
    return (at: number) => made.format(at);
  };
  return {
    say,
    number: (value) => numbers.format(value),
    size: (bytes) =>
      bytes >= 1 << 30
        ? `${Math.floor(bytes / (1 << 30))} GB`
        : `${Math.floor(bytes / (1 << 20))} MB`,
    age(ms) {
      const [unit, count] =
        ms < 2 * HOUR_MS
          ? (['minutes', ms / MINUTE_MS] as const)
          : ms < 2 * DAY_MS
            ? (['hours', ms / HOUR_MS] as const)
            : (['days', ms / DAY_MS] as const);
      return say(`doctor.${unit}`, { count: Math.max(1, Math.round(count)) });
    },
    date: format({ day: '2-digit', month: '2-digit', year: 'numeric' }),
    time: format({ hour: '2-digit', minute: '2-digit' }),
  };
}
