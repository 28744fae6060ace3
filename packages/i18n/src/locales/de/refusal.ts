import type { Section } from '../../section.ts';
import type { refusal as vi } from '../vi/refusal.ts';

export const refusal: Section<typeof vi> = {
  'refusal.dossier-code-malformed':
    'Das ist keine Vorgangsnummer; eine lautet etwa 000.00.01.H44-250715-0007. Sie wurde nicht vermerkt.',
  'refusal.action-not-allowed': 'Das geht mit einer Nummer in diesem Zustand nicht.',
  'refusal.already-checked-in': 'Mit diesem Termin wurde schon eine Nummer gezogen.',
  'refusal.announcement-not-found': 'Dieser Aufruf wurde nicht gefunden.',
  'refusal.booking-cancelled': 'Dieser Termin wurde abgesagt. Bitte am Infoschalter fragen.',
  'refusal.booking-not-found': 'Dieser Termincode wurde nicht gefunden. Bitte prüfen.',
  'refusal.booking-other-day': 'Dieser Termin ist an einem anderen Tag: {day}.',
  'refusal.booking-too-early':
    'Ihr Termin ist um {time} Uhr. Bitte kommen Sie ab {from} Uhr wieder, oder ziehen Sie eine gewöhnliche Nummer.',
  'refusal.bookings-not-offered': 'Dieses Zentrum vergibt keine Termine.',
  'refusal.call-being-spoken': 'Der Aufruf wird gerade angesagt. Bitte einen Moment.',
  'refusal.called-often-enough':
    'Diese Nummer wurde oft genug aufgerufen. Bitte als nicht erschienen vermerken oder die nächste aufrufen.',
  'refusal.clerk-at-another-counter': 'Sie sind an Schalter {counter}. Bitte erst dort schließen.',
  'refusal.clerk-not-at-counter': 'Diese Person sitzt an keinem Schalter.',
  'refusal.clock-impossible':
    'Die Uhr des Rechners kann nicht stimmen. Bitte stellen Sie zuerst Datum und Zeit.',
  'refusal.counter-closed': 'Der Schalter ist nicht geöffnet.',
  'refusal.counter-not-found': 'Diesen Schalter gibt es nicht.',
  'refusal.counter-paused': 'Der Schalter pausiert. Bitte vor dem Aufruf wieder öffnen.',
  'refusal.counter-taken': 'An diesem Schalter arbeitet schon jemand: {clerk}.',
  'refusal.day-not-yet': 'Der Tag {day} liegt noch in der Zukunft.',
  'refusal.device-not-found': 'Dieses Gerät wurde nicht gefunden.',
  'refusal.finish-first': 'Bitte erst Nummer {number} abschließen.',
  'refusal.grace-over': 'Die Zeit zum Zurückkommen ist vorbei. Bitte am Infoschalter fragen.',
  'refusal.hold-used': 'Der Platz dieser Nummer wurde schon einmal freigehalten.',
  'refusal.hub-unavailable':
    'Der Server antwortet nicht. Bitte in einigen Minuten erneut versuchen.',
  'refusal.id-taken': 'Diese Kennung gehört zu einem anderen Besuch.',
  'refusal.file-too-large': 'Die Datei ist zu groß. Angenommen werden Dateien bis {megabytes} MB.',
  'refusal.import-outdated':
    'Die Daten haben sich inzwischen geändert. Bitte die Vorschau noch einmal ansehen.',
  'refusal.import-changed-since':
    'Was eingelesen wurde, ist seitdem geändert worden und lässt sich nicht mehr zurücknehmen.',
  'refusal.import-not-found': 'Diesen Import gibt es nicht, oder er ist schon zurückgenommen.',
  'refusal.import-has-errors': 'Die Datei hat noch Fehler; es wurde nichts eingelesen.',
  'refusal.in-use': 'Das wird noch verwendet und kann nicht entfernt werden.',
  'refusal.kiosk-cannot-print':
    'Der Automat „{device}“ kann gerade nicht drucken. Bitte den Drucker ansehen oder einen anderen wählen.',
  'refusal.kiosk-locked': 'Das Terminal ist gerade gesperrt. Bitte am Infoschalter fragen.',
  'refusal.letters-not-drawable':
    'Diese Zeichen lassen sich auf Zetteln und Berichten nicht drucken: {letters}. Bitte andere verwenden.',
  'refusal.malformed': 'Das Gesendete hat nicht die richtige Form.',
  'refusal.name-taken': 'Dieser Name ist schon vergeben.',
  'refusal.nobody-waiting': 'Niemand wartet.',
  'refusal.not-served-there': 'Dieser Schalter bedient die Warteschlange dieser Nummer nicht.',
  'refusal.not-your-number': 'Diese Nummer hat nicht dieses Terminal ausgegeben.',
  'refusal.not-your-visit': 'Diese Nummer ist an einem anderen Schalter.',
  'refusal.nothing-to-undo': 'Es gibt nichts mehr zurückzunehmen.',
  'refusal.number-prefix-clashes':
    'Mit dem Buchstaben eines Terminals dahinter liest sich diese Schlange wie „{queue}“. Bitte andere Buchstaben wählen.',
  'refusal.number-unknown': 'Keine Warteschlange hat eine solche Nummer.',
  'refusal.number-range-overlaps': 'Die Nummern überschneiden sich mit der Schlange „{queue}“.',
  'refusal.numbers-ended':
    'Keine Nummern mehr, weil bald geschlossen wird. Bitte zu den nächsten Öffnungszeiten wiederkommen.',
  'refusal.numbers-used-up': 'Alle Nummern von heute sind vergeben. Bitte am Infoschalter fragen.',
  'refusal.outside-opening-hours':
    'Keine Nummernausgabe mehr. Bitte zu den Öffnungszeiten wiederkommen.',
  'refusal.pairing-code-unknown': 'Der Kopplungscode ist falsch oder abgelaufen.',
  'refusal.password-common':
    'Dieses Passwort ist zu leicht zu erraten. Bitte wählen Sie einige eigene Wörter.',
  'refusal.password-own-name': 'Das Passwort sollte nicht Ihr Name oder Anmeldename sein.',
  'refusal.password-short':
    'Ein Passwort braucht mindestens 10 Zeichen. Einige Wörter genügen, Sonderzeichen sind nicht nötig.',
  'refusal.password-wrong': 'Das bisherige Passwort stimmt nicht.',
  'refusal.period-reversed': 'Der Zeitraum endet, bevor er beginnt.',
  'refusal.period-unreadable':
    '„{period}“ ist kein Zeitraum. Beispiele: 2026-07, 2026-Q3, 2026-W27, 2026, 2026-01..2026-06.',
  'refusal.person-not-found': 'Diese Person wurde nicht gefunden.',
  'refusal.pin-not-here':
    'Eine PIN gilt nur an einem Computer, an dem sich heute jemand mit Passwort angemeldet hat.',
  'refusal.pin-simple': 'Diese PIN ist zu leicht zu erraten. Bitte wählen Sie andere Ziffern.',
  'refusal.pin-suspended':
    'Die PIN ist nach mehreren falschen Eingaben gesperrt. Bitte melden Sie sich mit dem Passwort an.',
  'refusal.print-job-not-found': 'Dieser Zettel wurde nicht gefunden.',
  'refusal.queue-closed':
    'Für diesen Dienst gibt es derzeit keine Nummern. Bitte am Infoschalter fragen.',
  'refusal.queue-letters-unknown':
    'Die Buchstaben einer Schlange sind A bis Z oder vietnamesische; Buchstaben anderer Alphabete sehen nur so aus.',
  'refusal.queue-not-found': 'Diese Schlange gibt es nicht.',
  'refusal.quota-reached':
    'Für diesen Dienst sind heute alle Nummern vergeben. Bitte am Infoschalter fragen.',
  'refusal.reason-needed': 'Bitte einen Grund angeben.',
  'refusal.role-not-allowed': 'Das dürfen Sie nicht.',
  'refusal.service-not-found': 'Diesen Dienst gibt es nicht.',
  'refusal.setting-not-found': 'Das wurde nicht gefunden.',
  'refusal.setup-file-incomplete':
    'Die Einrichtungsdatei ist abgeschnitten oder beschädigt: sie lässt sich nicht bis zum Ende lesen. Bitte holen Sie sie noch einmal.',
  'refusal.setup-file-other': 'Diese Datei ist keine Einrichtung von motcua.',
  'refusal.setup-file-version':
    'Diese Einrichtungsdatei hat die Version {version}; dieses Programm liest Version {known}. Aktualisieren Sie das Programm, oder exportieren Sie die Datei neu.',
  'refusal.setup-file-wrong':
    'Ein Teil der Einrichtungsdatei ist nicht brauchbar: {at}. Es wurde nichts geändert.',
  'refusal.setup-has-visits':
    'Hier wurden schon Besuche erfasst, darum lässt sich nichts mehr verwerfen. Für einen Neuanfang starten Sie den Hub mit einem leeren Datenordner.',
  'refusal.setup-not-empty':
    'Das Zentrum ist schon eingerichtet, darum kommen keine erfundenen Daten hinein.',
  'refusal.setup-not-made-up':
    'Hier ist mehr als erfundene Daten: etwas wurde geändert oder ergänzt, darum lässt es sich nicht mit einer Taste verwerfen.',
  'refusal.sign-in-failed': 'Name oder Passwort ist falsch.',
  'refusal.sign-in-first': 'Bitte erst anmelden.',
  'refusal.slot-full': 'Diese Zeit ist ausgebucht.',
  'refusal.slot-not-offered': 'Diese Zeit wird nicht angeboten.',
  'refusal.steps-used-up': 'Ein Besuch kann höchstens fünf Dienste enthalten.',
  'refusal.slip-not-found':
    'Dieser Zettel war nicht lesbar oder ist nicht von heute. Bitte noch einmal scannen oder uns ansprechen.',
  'refusal.ticket-not-found': 'Heute gibt es keine Nummer {number}. Bitte den Zettel prüfen.',
  'refusal.ticket-too-old': 'Der Zettel ist mehr als sieben Tage alt.',
  'refusal.too-many-requests': 'Zu viele Versuche. Bitte einen Moment warten.',
  'refusal.visit-not-found': 'Diese Nummer wurde nicht gefunden.',
};
