import type { Section } from '../../section.ts';
import type { setup as vietnamese } from '../vi/setup.ts';

export const setup: Section<typeof vietnamese> = {
  'admin.page-setup': 'Einrichtung Schritt für Schritt',
  'setup.steps': 'Schritte der Einrichtung',
  'setup.step-of': 'Schritt {at} von {all}.',
  'setup.nothing-missing': 'Zum Anfangen fehlt nichts.',
  'setup.missing-steps':
    'In {count} Schritten fehlt noch etwas. Sie können jederzeit aufhören und wiederkommen.',
  'setup.state-missing': 'fehlt noch',
  'setup.state-advised': 'empfohlen',
  'setup.state-done': 'fertig',
  'setup.back': 'Zurück: {step}',
  'setup.next': 'Weiter: {step}',
  'setup.to-today': 'Zur Seite „Heute“',
  'setup.step-start': 'Beginn',
  'setup.step-centre': 'Name',
  'setup.step-services': 'Dienste',
  'setup.step-queues': 'Warteschlangen',
  'setup.step-counters': 'Schalter',
  'setup.step-hours': 'Zeiten und Feiertage',
  'setup.step-people': 'Personen',
  'setup.step-kiosk': 'Automat',
  'setup.step-display': 'Anzeige',
  'setup.step-backup': 'Sicherung',
  'setup.step-certificate': 'Zertifikat',
  'setup.step-finish': 'Abschluss',
  'setup.start-title': 'Das Zentrum einrichten',
  'setup.start-lead':
    'In etwa zehn Minuten rufen Sie die erste Nummer auf. Alles, was Sie eingeben, liegt sofort auf dem Hub.',
  'setup.by-hand': 'Schritt für Schritt',
  'setup.by-hand-hint':
    'Wählen Sie Dienste aus einem Katalog von 61; Warteschlangen, Buchstaben und Schalter werden daraus vorgeschlagen.',
  'setup.by-hand-go': 'Beginnen',
  'setup.from-file': 'Mit der Datei eines anderen Amts',
  'setup.from-file-hint':
    'Die Datei enthält alle Einstellungen, keine Personen und keine Geräte. Jede Änderung wird vorher gezeigt.',
  'setup.made-up': 'Mit erfundenen Daten ausprobieren',
  'setup.made-up-hint':
    'Eine Gemeinde, die es nicht gibt, fünf Schalter, Tag und Nacht geöffnet. Solange nichts geändert wurde und kein Besuch kam, verwirft eine Taste alles.',
  'setup.made-up-go': 'Erfundene Daten einsetzen',
  'setup.made-up-now': 'Das sind erfundene Daten',
  'setup.made-up-now-hint':
    'Verwerfen Sie sie, bevor der erste Besucher kommt. Personen und Geräte, die Sie ergänzt haben, bleiben.',
  'setup.discard': 'Erfundene Daten verwerfen',
  'setup.discard-title': 'Alle erfundenen Daten verwerfen?',
  'setup.discard-body': 'Das Zentrum ist wieder leer wie am Anfang. Personen und Geräte bleiben.',
  'setup.file-choose': 'Einrichtungsdatei wählen (.json)',
  'setup.file-apply': '{count} Änderungen vornehmen',
  'setup.file-applied': 'Die Einrichtungsdatei wurde übernommen.',
  'setup.file-same': 'Alles ist schon so wie in der Datei.',
  'setup.file-add': 'Neu: {count}',
  'setup.file-change': 'Geändert: {count}',
  'setup.file-remove': 'Entfernt: {count}',
  'setup.kind-site': 'Zentrum, Zeiten, Regeln',
  'setup.kind-safekeeping': 'Sicherungen',
  'setup.kind-service-group': 'Dienstgruppe',
  'setup.kind-service': 'Dienst',
  'setup.kind-queue': 'Warteschlange',
  'setup.kind-counter': 'Schalter',
  'setup.kind-priority-group': 'Vorranggruppe',
  'setup.services-title': 'Was macht das Zentrum?',
  'setup.services-lead':
    'Lassen Sie weg, was hier nicht gemacht wird. Jede Gruppe wird eine Warteschlange mit eigenen Buchstaben.',
  'setup.services-take': 'Die {count} gewählten übernehmen',
  'setup.services-own': 'Anderen Dienst ergänzen',
  'setup.services-chosen': '{count} von {all}',
  'setup.all': 'Alle',
  'setup.none': 'Keine',
  'setup.queues-title': 'Warteschlangen und Buchstaben',
  'setup.queues-lead':
    'Buchstaben werden nach Form und Klang vorgeschlagen, damit keine Nummer verwechselt wird. Wählen Sie eine Warteschlange, um sie zu ändern.',
  'setup.poor-prefixes': 'Verwechselbare Buchstaben',
  'setup.counters-count': 'Wie viele Schalter gibt es?',
  'setup.counters-count-hint':
    'Vorhandene Schalter bleiben; neue teilen sich die Warteschlangen gleichmäßig.',
  'setup.counters-propose': 'Schalter vorschlagen',
  'setup.kiosk-title': 'Automat und Drucker',
  'setup.kiosk-lead': 'Sie können ohne Automat anfangen: Nummern gibt es auch am Schalter.',
  'setup.kiosk-open':
    'Starten Sie den Automaten mit angeschlossenem Drucker. Die Adresse des Hubs, nach der er fragt, ist {address}.',
  'setup.kiosk-try':
    'Probieren Sie ihn aus: Berühren Sie einen Dienst und sehen Sie den Zettel an. Der Zustand des Druckers steht unten.',
  'setup.display-title': 'Anzeige',
  'setup.display-lead':
    'Der Fernseher im Warteraum, mit Lautsprechern: Besucher sehen und hören ihren Aufruf.',
  'setup.display-open': 'Öffnen Sie am Computer des Fernsehers {address} im Browser.',
  'setup.display-try':
    'Probieren Sie sie aus: Geben Sie am Schalter eine Nummer und rufen Sie sie auf; die Anzeige muss sie zeigen und sprechen.',
  'setup.device-compare':
    'Das Gerät zeigt sechs Ziffern. Derselbe Code erscheint unten: Stimmen sie überein, lassen Sie es zu.',
  'setup.certificate-title': 'Geschützte Verbindung',
  'setup.certificate-lead': 'Andere Computer sollten den Hub nur verschlüsselt erreichen.',
  'setup.certificate-there':
    'Diese Seite ist verschlüsselt verbunden. Es ist nichts weiter zu tun.',
  'setup.certificate-make':
    'Diese Seite ist nicht verschlüsselt. Führen Sie am Computer des Hubs aus:',
  'setup.certificate-then':
    'Starten Sie dann den Hub neu und öffnen Sie diese Seite mit https. Allein an diesem Computer ist es noch nicht nötig.',
  'setup.finish-title': 'Es fehlt noch',
  'setup.finish-lead':
    'Sobald das erledigt ist, können Besucher eine Nummer ziehen und aufgerufen werden.',
  'setup.ready-title': 'Bereit',
  'setup.ready-lead':
    'Besucher können Nummern ziehen und werden aufgerufen. Mitarbeiter melden sich auf der Schalterseite an.',
  'setup.advice': 'Außerdem empfohlen',
  'setup.advice-made-up': 'Es sind erfundene Daten im Einsatz.',
  'setup.advice-no-place': 'Der Ort, an dem Berichte unterschrieben werden, fehlt.',
  'setup.advice-poor-prefix': 'Manche Buchstaben sind leicht zu verwechseln.',
  'setup.advice-no-holidays': 'Die Feiertage dieses Jahres fehlen.',
  'setup.advice-no-backup': 'Es gibt noch keine Sicherung.',
  'setup.advice-no-certificate': 'Die Verbindung ist nicht verschlüsselt.',
  'setup.file': 'Einrichtungsdatei',
  'setup.file-hint':
    'Alle Einstellungen in einer Datei für ein anderes Amt: ohne Personen, Geräte, Passwörter oder Adressen von Computern.',
  'setup.file-download': 'Einrichtungsdatei herunterladen',
};
