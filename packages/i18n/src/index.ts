import type { Catalogue, MessageKey, Translate } from './catalogue.ts';
import { de } from './locales/de.ts';
import { en } from './locales/en.ts';
import { vi } from './locales/vi.ts';

export type { Catalogue, MessageKey, Params, Translate } from './catalogue.ts';

/** The languages of screens, slips and reports, Vietnamese first. A new one is one line here. */
const CATALOGUES = { vi, en, de } as const satisfies Record<string, Catalogue>;

export type Language = keyof typeof CATALOGUES;
export const LANGUAGES = Object.keys(CATALOGUES) as readonly Language[];

/** The language of a BCP 47 tag (`de-AT` is German), Vietnamese when it is not supported. */
export function toLanguage(tag: string): Language {
  const primary = tag.toLowerCase().split('-')[0] ?? '';
  return LANGUAGES.find((language) => language === primary) ?? 'vi';
}

/** The texts of one language. `{name}` in a text is replaced by the parameter of that name. */
export function texts(language: Language): Translate {
  const catalogue: Catalogue = CATALOGUES[language];
  return (key, params = {}) =>
    catalogue[key].replaceAll(/\{(\w+)\}/g, (hole, name: string) => String(params[name] ?? hole));
}

/** Whether a text of that name exists, for names that are composed. */
export function isMessageKey(name: string): name is MessageKey {
  return Object.hasOwn(vi, name);
}

/** A reason that was chosen from the list, in words; one that was written stays as it is. */
export function reasonWords(t: Translate, reason: string | null): string | null {
  const key = `journal.reason-${reason}`;
  return reason !== null && isMessageKey(key) ? t(key) : reason;
}

export { containsWords, foldDiacritics } from './fold-diacritics.ts';
export { detailWords, isNamedField } from './journal-details.ts';
export { numberInWords, readTicketNumber, SPOKEN } from './spoken/spoken.ts';
export type { SpokenLanguage, SpokenWord } from './spoken/spoken-language.ts';
