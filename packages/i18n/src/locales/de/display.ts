import type { Section } from '../../section.ts';
import type { display as vi } from '../vi/display.ts';

export const display: Section<typeof vi> = {
  'display.called': 'Zuletzt aufgerufen',
  'display.closed-because': 'Heute geschlossen: {reason}',
  'display.closed-break': 'Wir machen Pause',
  'display.closed-closed': 'Wir haben geschlossen',
  'display.closed-numbers-ended': 'Zurzeit keine Nummern mehr; wer eine hat, wird noch bedient',
  'display.counter': 'Schalter',
  'display.device-name': 'Aufrufanzeige',
  'display.how-to-wait': 'Bitte ziehen Sie eine Nummer und warten Sie auf den Aufruf.',
  'display.missed': 'Aufgerufen, noch nicht erschienen',
  'display.missed-what-now': 'Bitte zur Beratung oder an den Nummernautomaten.',
  'display.no-numbers-now':
    'Zurzeit werden keine Nummern ausgegeben. Bitte fragen Sie in der Beratung.',
  'display.number': 'Aufgerufen',
  'display.offline': 'Verbindung unterbrochen – Stand {time} Uhr (vor {age})',
  'display.opens-later': 'Öffnet um {time} Uhr, {day}',
  'display.opens-today': 'Öffnet heute um {time} Uhr',
  'display.opens-tomorrow': 'Öffnet morgen um {time} Uhr',
  'display.paused-lunch': 'Schalter {counter}: Mittagspause',
  'display.paused-meeting': 'Schalter {counter}: Besprechung',
  'display.paused-paperwork': 'Schalter {counter}: Anträge werden bearbeitet',
  'display.paused-short-break': 'Schalter {counter}: gleich wieder da',
  'display.paused-technical': 'Schalter {counter}: technische Störung',
  'display.say-call': 'Nummer {number}, bitte zu Schalter {counter}.',
  'display.say-recall': 'Zweiter Aufruf. Nummer {number}, Schalter {counter}.',
  'display.sound-blocked':
    'Dieser Bildschirm hat noch keinen Ton. Drücken Sie die Taste, um die Aufrufe zu hören.',
  'display.sound-turn-on': 'Ton einschalten',
  'display.welcome': 'Herzlich willkommen!',
};
