import type { Section } from '../../section.ts';
import type { common as vi } from '../vi/common.ts';

export const common: Section<typeof vi> = {
  'common.back': 'Zurück',
  'common.booking-lost-closed-day': 'das Zentrum ist an diesem Tag geschlossen',
  'common.booking-lost-not-offered': 'es werden keine Termine mehr vergeben',
  'common.booking-lost-outside-hours': 'außerhalb der Öffnungszeiten',
  'common.booking-lost-queue-closed': 'die Warteschlange ist geschlossen',
  'common.booking-lost-service-closed': 'der Dienst ist geschlossen',
  'common.browser-too-old':
    'Dieser Browser ist zu alt für diese Seite. Nötig ist Chrome oder Edge ab Version {version}. Bitte sagen Sie der Verwaltung Bescheid.',
  'common.cancel': 'Abbrechen',
  'common.close': 'Schließen',
  'common.confirm': 'Bestätigen',
  'common.connecting': 'Verbindung zum Server wird aufgebaut …',
  'common.empty': 'leer',
  'common.decrease': 'Weniger',
  'common.fault-happened': 'Entschuldigung, auf dieser Seite ist etwas schiefgegangen.',
  'common.fault-reload': 'Seite neu laden',
  'common.fault-what-now':
    'Alle vergebenen Nummern bleiben erhalten. Bitte laden Sie die Seite neu, um fortzufahren.',
  'common.hours-minutes': '{hours} Std. {minutes} Min.',
  'common.waited-parts': '{first} bis zum ersten Aufruf, {again} danach wieder',
  'common.increase': 'Mehr',
  'common.language': 'Sprache',
  'common.less-than-a-minute': 'unter 1 Min.',
  'common.login': 'Benutzername',
  'common.menu-by-long-press': 'Gedrückt halten oder Alt + Pfeil nach unten öffnet die Liste',
  'common.minutes': '{minutes} Min.',
  'common.name': 'Vor- und Nachname',
  'common.needs-javascript':
    'Diese Seite braucht JavaScript. Bitte schalten Sie es im Browser ein.',
  'common.no': 'Nein',
  'common.number-field': 'Zahlenfeld',
  'common.offline': 'Keine Verbindung zum Server. Es wird erneut versucht …',
  'common.offline-since':
    'Keine Verbindung seit {time} Uhr. Die Anzeige ist möglicherweise veraltet.',
  'common.password': 'Passwort',
  'common.page-not-loaded':
    'Diese Seite konnte nicht geladen werden. Bitte laden Sie sie neu; hilft das nicht, sagen Sie der Verwaltung Bescheid.',
  'common.pairing-hint':
    'In der Verwaltung erscheint dieser Code unter Geräte. Bitte lassen Sie ihn dort vergleichen und das Gerät zulassen.',
  'common.websocket-blocked':
    'Langsame Verbindung: Dieses Netz blockiert WebSocket. Alles funktioniert weiter; bitte sagen Sie es der Netzbetreuung (Virenschutz, Proxy).',
  'common.pairing-refused':
    'Falls das ein Irrtum ist, sprechen Sie bitte mit der Verwaltung und öffnen Sie die Seite neu. Nach zehn Minuten fragt das Gerät von selbst wieder an.',
  'common.pairing-refused-title': 'Dieses Gerät wurde abgelehnt',
  'common.pairing-title': 'Gerät koppeln',
  'common.remove': 'Löschen',
  'common.retry': 'Erneut versuchen',
  'common.save': 'Speichern',
  'common.seconds': '{seconds} Sek.',
  'common.shortcut': 'Tastenkürzel {key}',
  'common.sign-in': 'Anmelden',
  'common.sign-out': 'Abmelden',
  'common.turned-away-malformed':
    'Der Server hat diese Seite nicht verstanden. Bitte laden Sie die Seite neu.',
  'common.turned-away-protocol-mismatch':
    'Diese Seite und der Server haben verschiedene Versionen. Bitte laden Sie die Seite neu.',
  'common.turned-away-role-not-allowed': 'Ihr Konto darf diese Seite nicht benutzen.',
  'common.turned-away-sign-in-first': 'Bitte melden Sie sich an, um fortzufahren.',
  'common.turned-away-superseded':
    'Ein anderer Server hat diesen abgelöst. Bitte öffnen Sie die Seite unter der Adresse des neuen.',
  'common.turned-away-unknown-device':
    'Dieses Gerät wurde noch nicht gekoppelt oder seine Zulassung wurde entzogen.',
  'common.yes': 'Ja',
};
