import type { Section } from '../../section.ts';
import type { story as vietnamese } from '../vi/story.ts';

export const story: Section<typeof vietnamese> = {
  'admin.page-story': 'Warum so lange?',
  'story.lead': 'Tag und Nummer auf dem Zettel eingeben: worauf dieser Besuch gewartet hat.',
  'story.why': 'Warum?',
  'story.none':
    'Diese Nummer wurde an dem Tag nicht vergeben, oder die Besuche des Tages sind schon gelöscht.',
  'story.waited':
    'Wartete {waited} von der Ankunft bis zum ersten Aufruf; {count} andere wurden vorher aufgerufen.',
  'story.not-called': 'Nie aufgerufen; {count} andere wurden inzwischen aufgerufen.',
  'story.open-at-arrival': 'Bei der Ankunft für diese Warteschlange offen: {counters}.',
  'story.open-none': 'Bei der Ankunft war kein Schalter für diese Warteschlange offen.',
  'story.number':
    'Warum {number}? Die Reihe beginnt bei {from}; {given} kleinere Nummern wurden vergeben, {takenBack} davon zurückgenommen und {notGiven} ausgelassen. Übungen haben eine eigene Reihe: {practised}.',
  'story.arrived': 'Kam, zog die Nummer',
  'story.ahead': 'auf dem Zettel: {count} davor',
  'story.promised': 'angekündigt: Aufruf bis {time}',
  'story.priority': 'Vorrang',
  'story.booked': 'Termin um {time}',
  'story.other': '{number} wurde zu Schalter {counter} aufgerufen',
  'story.other-later': 'kam später, um {time}',
  'story.counter': 'Schalter {counter}: {state}',
  'story.call-played': 'Der Aufruf zu Schalter {counter} war zu hören',
  'story.call-failed': 'Der Aufruf zu Schalter {counter} war nicht zu hören',
  'story.call-queued': 'Der Aufruf zu Schalter {counter}: nicht bekannt, ob er zu hören war',
  'story.call-playing': 'Der Aufruf zu Schalter {counter} wird gesprochen',
  'story.slip-printed': 'Zettel gedruckt',
  'story.slip-failed': 'Zettel nicht gedruckt',
  'story.slip-asked': 'Zettel: nicht bekannt, ob er gedruckt wurde',
  'story.undone': 'zurückgenommen',
};
