import type { Section } from '../../section.ts';
import type { refusal as vi } from '../vi/refusal.ts';

export const refusal: Section<typeof vi> = {
  'refusal.action-not-allowed': 'Das geht mit einer Nummer in diesem Zustand nicht.',
  'refusal.announcement-not-found': 'Dieser Aufruf wurde nicht gefunden.',
  'refusal.clerk-at-another-counter': 'Sie sind an Schalter {counter}. Bitte erst dort schließen.',
  'refusal.counter-closed': 'Der Schalter ist nicht geöffnet.',
  'refusal.counter-not-found': 'Diesen Schalter gibt es nicht.',
  'refusal.counter-paused': 'Der Schalter pausiert. Bitte vor dem Aufruf wieder öffnen.',
  'refusal.counter-taken': 'An diesem Schalter arbeitet schon jemand: {clerk}.',
  'refusal.device-not-found': 'Dieses Gerät wurde nicht gefunden.',
  'refusal.finish-first': 'Bitte erst Nummer {number} abschließen.',
  'refusal.hub-unavailable':
    'Der Server antwortet nicht. Bitte in einigen Minuten erneut versuchen.',
  'refusal.in-use': 'Das wird noch verwendet und kann nicht entfernt werden.',
  'refusal.malformed': 'Das Gesendete hat nicht die richtige Form.',
  'refusal.name-taken': 'Dieser Name ist schon vergeben.',
  'refusal.nobody-waiting': 'Niemand wartet.',
  'refusal.not-your-visit': 'Diese Nummer ist an einem anderen Schalter.',
  'refusal.nothing-to-undo': 'Es gibt nichts mehr zurückzunehmen.',
  'refusal.number-range-overlaps': 'Die Nummern überschneiden sich mit der Schlange „{queue}“.',
  'refusal.numbers-used-up': 'Alle Nummern von heute sind vergeben. Bitte am Infoschalter fragen.',
  'refusal.outside-opening-hours':
    'Keine Nummernausgabe mehr. Bitte zu den Öffnungszeiten wiederkommen.',
  'refusal.pairing-code-unknown': 'Der Kopplungscode ist falsch oder abgelaufen.',
  'refusal.person-not-found': 'Diese Person wurde nicht gefunden.',
  'refusal.print-job-not-found': 'Dieser Zettel wurde nicht gefunden.',
  'refusal.queue-closed':
    'Für diesen Dienst gibt es derzeit keine Nummern. Bitte am Infoschalter fragen.',
  'refusal.queue-not-found': 'Diese Schlange gibt es nicht.',
  'refusal.reason-needed': 'Bitte einen Grund angeben.',
  'refusal.role-not-allowed': 'Das dürfen Sie nicht.',
  'refusal.service-not-found': 'Diesen Dienst gibt es nicht.',
  'refusal.setting-not-found': 'Das wurde nicht gefunden.',
  'refusal.sign-in-failed': 'Name oder Passwort ist falsch.',
  'refusal.sign-in-first': 'Bitte erst anmelden.',
  'refusal.too-many-requests': 'Zu viele Versuche. Bitte einen Moment warten.',
  'refusal.visit-not-found': 'Diese Nummer wurde nicht gefunden.',
};
