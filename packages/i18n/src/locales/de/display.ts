import type { Section } from '../../section.ts';
import type { display as vi } from '../vi/display.ts';

export const display: Section<typeof vi> = {
  'display.called': 'Zuletzt aufgerufen',
  'display.counter': 'Schalter',
  'display.device-name': 'Aufrufanzeige',
  'display.how-to-wait': 'Bitte ziehen Sie eine Nummer und warten Sie auf den Aufruf.',
  'display.missed': 'Aufgerufen, noch nicht erschienen',
  'display.missed-more': 'und {count} weitere',
  'display.missed-what-now': 'Bitte zur Beratung oder an den Nummernautomaten.',
  'display.number': 'Aufgerufen',
  'display.offline': 'Verbindung unterbrochen – Stand {time} Uhr (vor {age})',
  'display.paused-lunch': 'Schalter {counter} macht Mittagspause.',
  'display.paused-meeting': 'Schalter {counter} pausiert: Besprechung.',
  'display.paused-paperwork': 'Schalter {counter} pausiert: Anträge werden bearbeitet.',
  'display.paused-short-break': 'Schalter {counter} pausiert für wenige Minuten.',
  'display.paused-technical': 'Schalter {counter} pausiert: technische Störung.',
  'display.say-call': 'Nummer {number}, bitte zu Schalter {counter}.',
  'display.say-recall': 'Zweiter Aufruf. Nummer {number}, Schalter {counter}.',
  'display.sound-blocked':
    'Dieser Bildschirm hat noch keinen Ton. Drücken Sie die Taste, um die Aufrufe zu hören.',
  'display.sound-turn-on': 'Ton einschalten',
  'display.welcome': 'Herzlich willkommen!',
};
