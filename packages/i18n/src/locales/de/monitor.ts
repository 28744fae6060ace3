import type { Section } from '../../section.ts';
import type { monitor as vietnamese } from '../vi/monitor.ts';

export const monitor: Section<typeof vietnamese> = {
  'alarm.title': 'Bitte ansehen',
  'alarm.acknowledge': 'Gesehen',
  'alarm.acknowledge-all': 'Alle gesehen',
  'alarm.acknowledged': 'Gesehen',
  'alarm.since': 'seit {time}',
  'alarm.sound-start': 'Alarmton einschalten',
  'alarm.sound-stop': 'Alarmton ausschalten',
  'alarm.sound-blocked': 'Berühren, um Alarme wieder zu hören',
  'alarm.waits-too-long': 'Wartet zu lange',
  'alarm.waits-too-long-line':
    '{queue}: {count} warten länger als angekündigt oder länger als {minutes} Minuten.',
  'alarm.waits-too-long-do':
    'Bitte diese Nummern zuerst aufrufen oder einen weiteren Schalter öffnen.',
  'alarm.left-at-closing': 'Bei Schließung noch da',
  'alarm.left-at-closing-line': '{queue}: {count} nicht fertig, das Zentrum schließt um {time}.',
  'alarm.left-at-closing-do': 'Bitte noch bedienen oder sagen, wann sie wiederkommen sollen.',
  'alarm.missed-in-silence': 'Verpasst, ohne gehört zu werden',
  'alarm.missed-in-silence-line':
    '{queue}: {count} als verpasst vermerkt, obwohl kein Aufruf zu hören war.',
  'alarm.missed-in-silence-do': 'Bitte die Person suchen und wieder warten lassen.',
  'alarm.no-counter': 'Warteschlange ohne Schalter',
  'alarm.no-counter-line': '{queue}: {count} warten, und kein offener Schalter ruft sie auf.',
  'alarm.no-counter-do': 'Bitte einen Schalter für diese Warteschlange öffnen.',
  'alarm.unattended': 'Schalter ohne seine Seite',
  'alarm.unattended-do': 'Bitte Rechner und Netz am Schalter prüfen.',
  'alarm.call-not-heard': 'Aufruf nicht gehört',
  'alarm.call-not-heard-line':
    '{queue}: {count} aufgerufen, und im Warteraum war es nicht zu hören.',
  'alarm.call-not-heard-do': 'Bitte laut ausrufen oder erneut aufrufen.',
  'alarm.parked-too-long': 'Zu lange zurückgestellt',
  'alarm.parked-too-long-line':
    '{queue}: {count} sind seit Langem an einem Schalter zurückgestellt.',
  'alarm.parked-too-long-do': 'Bitte fortsetzen oder abschließen.',
  'alarm.paused-too-long': 'Schalter zu lange in Pause',
  'alarm.paused-too-long-line':
    'Schalter {counter} ({clerk}) pausiert seit {time}: {reason}. {count} warten.',
  'alarm.paused-too-long-do':
    'Bitte fragen, wann es weitergeht, oder einen anderen Schalter öffnen.',
  'alarm.lingers': 'Zu lange am Schalter',
  'alarm.lingers-do': 'Bitte am Schalter nachsehen.',
  'alarm.room': 'Geräte',
  'alarm.room-do': 'Bitte Gerät, Kabel und Papier prüfen.',
  'admin.rules-alarms': 'Wann das Personal gewarnt wird',
  'admin.rule-noCounterMinutes': 'Warteschlange ohne offenen Schalter (Minuten)',
  'admin.rule-noCounterMinutes-hint': 'So lange warten Menschen, die kein Schalter aufruft.',
  'admin.rule-pausedMinutes': 'Schalter in Pause (Minuten)',
  'admin.rule-pausedMinutes-hint': 'Nur solange jemand auf diesen Schalter wartet.',
  'admin.rule-parkedMinutes': 'An einem Schalter zurückgestellt (Minuten)',
  'admin.rule-parkedMinutes-hint': 'Länger zurückgestellte Besuche werden genannt.',
  'admin.rule-closingMinutes': 'Vor der Schließung (Minuten)',
  'admin.rule-closingMinutes-hint':
    'Ab dann werden Besuche genannt, die noch nicht aufgerufen sind.',
  'monitor.last-call': 'Letzter Aufruf',
  'monitor.no-call': 'Heute wurde noch keine Nummer aufgerufen.',
  'monitor.call-unknown': 'Nicht bekannt, ob er zu hören war',
  'monitor.call-queued': 'Wird gleich gesprochen',
  'monitor.call-playing': 'Wird gesprochen',
  'monitor.call-played': 'Gehört',
  'monitor.call-failed': 'Nicht gehört',
  'monitor.longest': 'Längste Wartezeiten',
  'monitor.promised': 'angekündigt: bis {time}',
  'monitor.no-promise': 'bis {time} nach den Regeln',
  'monitor.late': '{time} zu spät',
};
