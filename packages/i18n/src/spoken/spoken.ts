import { spokenGerman } from './de.ts';
import { spokenEnglish } from './en.ts';
import { inWords, type SpokenLanguage, type SpokenWord } from './spoken-language.ts';
import { spokenVietnamese } from './vi.ts';

/** The spoken form of each language; a new one is one line here. */
export const SPOKEN = {
  vi: spokenVietnamese(),
  en: spokenEnglish,
  de: spokenGerman,
} as const satisfies Record<string, SpokenLanguage>;

export type SpokenTag = keyof typeof SPOKEN;

/** A whole number from 0 to 9999 in words of a language. */
export function numberInWords(language: SpokenTag, value: number): string {
  return inWords(SPOKEN[language], value);
}

/**
 * A ticket number as read aloud: `H021` as "hát hai mươi mốt" (cardinal) or "hát không hai một" (digits). Digits above
 * 9999 are read one by one; an unknown letter with a diacritic is read as its base letter; other signs are silent.
 */
export function readTicketNumber(
  language: SpokenTag,
  number: string,
  reading: 'cardinal' | 'digits',
): readonly SpokenWord[] {
  const spoken: SpokenLanguage = SPOKEN[language];
  const runs =
    number
      .toUpperCase()
      .normalize('NFC')
      .match(/\d+|\D/gu) ?? [];
  return runs.flatMap((run) => {
    if (!/\d/.test(run)) return spoken.letter(run) ?? spoken.letter(withoutMark(run)) ?? [];
    const value = Number(run);
    return reading === 'cardinal' && value <= 9999
      ? spoken.cardinal(value)
      : [...run].map((digit) => spoken.digit(Number(digit)));
  });
}

function withoutMark(letter: string): string {
  return letter.normalize('NFD').slice(0, 1);
}
