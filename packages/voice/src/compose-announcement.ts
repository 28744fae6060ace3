import type { AnnouncementKind, NumberReading, Utterance } from '@motcua/domain';
import { LANGUAGES, readTicketNumber, SPOKEN, texts, type Language } from '@motcua/i18n';
import { phraseParts } from './phrases.ts';

export interface Call {
  readonly kind: AnnouncementKind;
  /** As printed on the ticket: `H021`. */
  readonly number: string;
  readonly counterNumber: number;
  readonly reading: NumberReading;
  /** In the order in which they are spoken; unknown and duplicate ones are left out. */
  readonly languages: readonly string[];
}

/** What is shown and spoken for a call, one utterance for each language. The counter is read as a number in words. */
export function composeAnnouncement(call: Call): readonly Utterance[] {
  const languages = new Set(call.languages);
  return [...languages].filter(isSpoken).map((language) => ({
    language,
    caption: texts(language)(`display.say-${call.kind}`, {
      number: call.number,
      counter: call.counterNumber,
    }),
    clips: phraseParts(language, call.kind).flatMap((part) => {
      if (part.type === 'clip') return part.clip;
      const words =
        part.type === 'number'
          ? readTicketNumber(language, call.number, call.reading)
          : SPOKEN[language].cardinal(call.counterNumber);
      return words.map(({ clip }) => clip);
    }),
  }));
}

function isSpoken(language: string): language is Language {
  return LANGUAGES.some((known) => known === language);
}
