import type { Section } from '../../section.ts';
import type { adminStart as vietnamese } from '../vi/admin-start.ts';

export const adminStart: Section<typeof vietnamese> = {
  'admin.menu': 'Bereiche',
  'admin.not-yours-title': 'Dieser Bereich ist nicht Ihrer',
  'admin.not-yours-body': 'Sie sind angemeldet als: {mine}. Dieser Bereich gehört: {theirs}.',
  'admin.setup-title': 'Das fehlt noch, bevor es losgehen kann',
  'admin.setup-lead': 'Bitte von oben nach unten. Was erledigt ist, verschwindet hier von selbst.',
  'admin.gap-no-name': 'Zentrum und übergeordnete Behörde benennen',
  'admin.gap-no-name-why': 'Steht auf Anzeigen, Zetteln und Berichten.',
  'admin.gap-no-hours': 'Öffnungszeiten festlegen',
  'admin.gap-no-hours-why': 'Außerhalb der Öffnungszeiten gibt es keine Nummern.',
  'admin.gap-no-queue': 'Eine Warteschlange anlegen',
  'admin.gap-no-queue-why': 'Jede Warteschlange hat eigene Buchstaben und Nummern, etwa H001.',
  'admin.gap-no-group': 'Eine Gruppe von Anliegen anlegen',
  'admin.gap-no-group-why': 'Die Tasten auf der ersten Seite des Nummernautomaten.',
  'admin.gap-no-service': 'Ein Anliegen anlegen',
  'admin.gap-no-service-why': 'Weswegen Besucher kommen, etwa eine Eheschließung.',
  'admin.gap-no-counter': 'Einen Schalter anlegen',
  'admin.gap-no-counter-why': 'Wo bedient wird, und aus welchen Warteschlangen.',
  'admin.gap-queue-without-counter': 'Diesen Warteschlangen einen Schalter geben: {queues}',
  'admin.gap-queue-without-counter-why': 'Dort gibt es Nummern, aber kein Schalter ruft sie auf.',
  'admin.gap-no-clerk': 'Eine Person für den Schalter anlegen',
  'admin.gap-no-clerk-why': 'Am Schalter meldet man sich unter {address} an und ruft auf.',
  'admin.gap-no-display': 'Eine Anzeige zulassen',
  'admin.gap-no-display-why':
    'Ohne Anzeige hört und sieht niemand einen Aufruf. Am Rechner des Fernsehers {address} öffnen; der sechsstellige Code erscheint unter Geräte.',
  'admin.gap-no-kiosk': 'Einen Nummernautomaten zulassen',
  'admin.gap-no-kiosk-why':
    'Bis dahin gibt das Personal Nummern unter {address} aus, „Im Raum (ohne Schalter)“. Läuft ein Automat zum ersten Mal, erscheint sein sechsstelliger Code unter Geräte.',
  'admin.gap-theirs': 'Das gehört: {role}.',
  'admin.go-to': 'Zu {page}',
  'admin.first-queue':
    'Jedes Anliegen wartet in einer Warteschlange, jeder Schalter ruft aus Warteschlangen auf. Bitte legen Sie zuerst eine an.',
  'admin.first-group': 'Der Automat zeigt Anliegen in Gruppen. Bitte legen Sie zuerst eine an.',
  'admin.no-services': 'Es gibt noch keine Anliegen.',
  'admin.no-groups': 'Es gibt noch keine Gruppen.',
  'admin.no-priority-groups': 'Es gibt noch keine Vorranggruppen.',
};
