import type { Section } from '../../section.ts';
import type { room as vi } from '../vi/room.ts';

export const room: Section<typeof vi> = {
  'room.voice-no-display':
    'Keine Anzeige ist gekoppelt: Aufrufe sind weder zu sehen noch zu hören.',
  'room.voice-not-connected':
    'Keine Anzeige ist verbunden: Aufrufe sind weder zu sehen noch zu hören.',
  'room.voice-no-sound': 'Keine Anzeige hat Ton: Aufrufe sind zu sehen, aber nicht zu hören.',
  'room.voice-failed': 'Der Aufruf um {time} wurde nicht gehört: {reason}.',
  'room.voice-not-heard-today': 'Lautsprecher: heute wurde noch kein Aufruf angesagt.',
  'room.voice-heard': 'Lautsprecher: letzter Aufruf um {time} angesagt.',
  'room.display-not-connected': '{device}: nicht verbunden, Aufrufe sind dort nicht zu sehen.',
  'room.display-blocked': '{device}: kein Ton, Aufrufe sind dort nicht zu hören.',
  'room.display-muted': '{device}: zeigt Aufrufe ohne Ton, wie eingestellt.',
  'room.display-on': '{device}: verbunden, Ton ist an.',
  'room.printer-silent': '{device}: nicht verbunden, Zustand des Druckers unbekannt.',
  'room.printer-fault': '{device}: {fault}.',
  'room.printer-near-end': '{device}: Papier geht zu Ende.',
  'room.printer-slip-failed': '{device}: Zettel um {time} nicht gedruckt ({fault}).',
  'room.printer-slip-unsettled': '{device}: unklar, ob der Zettel um {time} gedruckt wurde.',
  'room.printer-ready': '{device}: meldet sich bereit, heute noch kein Zettel gedruckt.',
  'room.printer-reachable':
    '{device}: nimmt Zettel an und meldet nichts; heute noch keiner gedruckt.',
  'room.printer-accepted':
    '{device}: Der Drucker hat den Zettel um {time} angenommen und meldet nicht, ob er herauskam.',
  'room.printer-printed': '{device}: letzter Zettel um {time} gedruckt.',
  'room.no-kiosk': 'Kein Automat ist gekoppelt: über Drucker ist nichts bekannt.',
  'room.unattended':
    'Schalter {counter} ({clerk}): seine Seite ist seit {time} weg und ruft niemanden auf.',
  'room.unattended-holding':
    'Schalter {counter} ({clerk}): seine Seite ist seit {time} weg; Nummer {number} ist dort.',
  'room.lingers-called':
    'Nummer {number} wurde vor {minutes} Minuten an Schalter {counter} gerufen, weder begonnen noch „nicht da“.',
  'room.lingers-serving':
    'Nummer {number} an Schalter {counter}: seit {minutes} Minuten in Bearbeitung. Ist sie fertig?',
};
