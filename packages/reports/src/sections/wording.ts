import { inLanguage, type Instant, type LocalDate, type LocalText } from '@motcua/domain';
import { texts, type Language, type Translate } from '@motcua/i18n';

/** English as written in Việt Nam: day before month, 24 hours. */
const LOCALES = { vi: 'vi-VN', en: 'en-GB', de: 'de-DE' } as const satisfies Record<
  Language,
  string
>;

const TENTH_MS = 6_000;

/** Texts and formats of a report in one language; every text is NFC, or it could not be copied out of a PDF. */
export interface Wording {
  readonly language: Language;
  readonly locale: string;
  readonly t: Translate;
  readonly name: (text: LocalText) => string;
  readonly capitals: (text: string) => string;
  readonly whole: (value: number) => string;
  /** With one decimal. */
  readonly tenths: (value: number) => string;
  /** Minutes with one decimal; `< 0.1` for less than that but not zero, a dash for null. */
  readonly minutes: (ms: number | null) => string;
  /** Hours and minutes, `7:25`. */
  readonly hours: (ms: number) => string;
  readonly time: (at: Instant) => string;
  /** With seconds. */
  readonly exactTime: (at: Instant) => string;
  readonly date: (at: Instant) => string;
  readonly day: (day: LocalDate) => string;
  readonly weekday: (day: LocalDate) => string;
  readonly year: (at: Instant) => string;
}

/** Texts, numbers and times in a language, in the given zone (IANA). */
export function createWording(language: Language, zone: string): Wording {
  const locale = LOCALES[language];
  const translate = texts(language);
  const nfc = (text: string) => text.normalize('NFC');
  const wholes = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const tenths = new Intl.NumberFormat(locale, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  const numeric = { day: '2-digit', month: '2-digit', year: 'numeric' } as const;
  const dates = new Intl.DateTimeFormat(locale, { ...numeric, timeZone: zone });
  const days = new Intl.DateTimeFormat(locale, { ...numeric, timeZone: 'UTC' });
  const weekdays = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  const years = new Intl.DateTimeFormat(locale, { year: 'numeric', timeZone: zone });
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone } as const;
  const times = new Intl.DateTimeFormat(locale, clock);
  const exactTimes = new Intl.DateTimeFormat(locale, { ...clock, second: '2-digit' });
  return {
    language,
    locale,
    t: (key, params) => nfc(translate(key, params)),
    name: (text) => nfc(inLanguage(text, language)),
    capitals: (text) => nfc(text).toLocaleUpperCase(locale),
    whole: (value) => wholes.format(value),
    tenths: (value) => tenths.format(value),
    minutes: (ms) => {
      if (ms === null) return '–';
      return ms > 0 && ms < TENTH_MS / 2 ? `< ${tenths.format(0.1)}` : tenths.format(ms / 60_000);
    },
    hours: (ms) => {
      const minutes = Math.round(ms / 60_000);
      return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
    },
    time: (at) => times.format(at),
    exactTime: (at) => exactTimes.format(at),
    date: (at) => dates.format(at),
    day: (day) => days.format(Date.parse(`${day}T00:00:00Z`)),
    weekday: (day) => nfc(weekdays.format(Date.parse(`${day}T00:00:00Z`))),
    year: (at) => years.format(at),
  };
}
