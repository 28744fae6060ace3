import type { Section } from '../../section.ts';
import type { slip as vi } from '../vi/slip.ts';

export const slip: Section<typeof vi> = {
  'slip.number': 'Ihre Nummer',
  'slip.priority': 'ƯT',
  'slip.service': 'Dienst',
  'slip.counters': 'Voraussichtlicher Schalter',
  'slip.ahead': 'Vor Ihnen',
  'slip.ahead.none': 'niemand',
  'slip.ahead.one': '1 Person',
  'slip.ahead.many': '{count} Personen',
  'slip.ahead.unknown': 'noch nicht bekannt',
  'slip.estimate': 'Geschätzte Wartezeit',
  'slip.estimate.minutes': '{from}–{to} Min.',
  'slip.issued-at': 'Ausgegeben',
  'slip.papers': 'Mitzubringende Unterlagen',
  'slip.papers.more': '… Weiteres bitte am Infoschalter erfragen.',
  'slip.follow': 'Zum Verfolgen scannen',
  'slip.keep': 'Zum Merken scannen',
  'slip.show': 'Am Automaten vorzeigen',
  'slip.hint': 'Bitte auf den Aufruf warten. Verpasst? Bitte am Infoschalter melden.',
  'slip.services': 'Anliegen, in dieser Reihenfolge',
  'slip.appointment': 'Termin',
  'slip.copy': 'Kopie',
  'slip.training': 'Übung',
  'slip.thanks': 'Vielen Dank!',
};
