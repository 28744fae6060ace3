import type { Section } from '../../section.ts';
import type { adminMaintenance as vi } from '../vi/admin-maintenance.ts';

export const adminMaintenance = {
  'admin.page-safekeeping': 'Datensicherheit',
  'admin.safekeeping-lead':
    'Tägliche Sicherungen und ein Ersatzserver, damit keine Nummer verloren geht.',
  'admin.backups': 'Sicherungen',
  'admin.backup-now': 'Jetzt sichern',
  'admin.backup-made': 'Die Sicherung ist fertig.',
  'admin.backup-hint':
    'Eine Sicherung ist eine Datei mit Prüfsumme, die nur lesen kann, wer den Server betreibt. Legen Sie ab und zu eine Kopie auf einen Stick, und verwahren Sie ihn anderswo.',
  'admin.backup-newest': 'Neueste',
  'admin.backup-place': 'Ort auf dem Server',
  'admin.backup-count': 'Aufbewahrt',
  'admin.backup-none': 'Es gibt noch keine.',
  'admin.backup-failed': 'Die Sicherung um {time} ist misslungen',
  'admin.backup-no-room':
    'Auf der Festplatte ist nicht genug Platz. Bitte löschen Sie Dateien, oder wählen Sie einen anderen Ort.',
  'admin.backup-cannot-write':
    'Dort kann nicht geschrieben werden. Bitte prüfen Sie Festplatte und Rechte.',
  'admin.backup-damaged':
    'Die Daten des Servers sind an einer Stelle beschädigt. Bitte verständigen Sie sofort die Technik.',
  'admin.backup-stopped': 'Der Server wurde währenddessen angehalten.',
  'admin.backup-alarm-failed': 'Die letzte Sicherung ist misslungen.',
  'admin.backup-alarm-old': 'Es gibt seit Langem keine neue Sicherung.',
  'admin.backup-alarm-show': 'Ansehen',
  'admin.clock-alarm':
    'Die Uhr des Servers zeigt {time} am {date}, offen ist aber der Tag {today}.',
  'admin.clock-alarm-hint':
    'Gearbeitet wird nach dem offenen Tag. Geht die Uhr falsch, bitte am Server stellen; geht sie richtig, bitte bestätigen.',
  'admin.clock-right': 'Die Uhr geht richtig',
  'admin.clock-right-title': 'Ist es jetzt wirklich {time} am {date}?',
  'admin.clock-goes-on':
    'Bitte mit einer anderen Uhr vergleichen. Der Tag {today} wird beendet, und die Nummern vom {date} beginnen. Wer heute gekommen ist, behält seine Nummer.',
  'admin.clock-goes-back':
    'Bitte mit einer anderen Uhr vergleichen. Offen ist dann wieder der Tag {date}; heute vergebene Nummern werden nicht noch einmal vergeben. Wer heute gekommen ist, behält seine Nummer.',
  'admin.backup-nightly': 'Tägliche Sicherung',
  'admin.field-backup-at': 'Uhrzeit',
  'admin.hint-backup-at':
    'Zum Beispiel 19:00. Ist der Server dann aus, wird beim nächsten Start gesichert.',
  'admin.field-backups-kept': 'Wie viele bleiben',
  'admin.hint-backups-kept': 'Die älteste wird zuerst gelöscht.',
  'admin.standby': 'Ersatzserver',
  'admin.field-standby': 'Adresse des Ersatzservers',
  'admin.hint-standby':
    'Zum Beispiel http://192.168.1.11:7100. Seiten und Automaten wechseln von selbst dorthin, sobald er übernommen hat. Leer: Es gibt keinen.',
  'admin.problem-time-of-day': 'Bitte geben Sie eine Uhrzeit wie 19:00 ein.',
  'admin.ago-now': 'gerade eben',
  'admin.ago-minutes': 'vor {count} Min.',
  'admin.ago-hours': 'vor {count} Std.',
  'admin.ago-days': 'vor {count} Tagen',
  'admin.heard': 'Zuletzt gehört',
  'admin.never-heard': 'noch nicht gehört',
  'admin.clock-off': 'Uhr geht um {count} Min. falsch',
  'admin.disk-low': 'nur noch {free} auf der Festplatte',
  'admin.last-call-heard': 'letzter Aufruf gehört vor {count} Min.',
  'admin.history-lost-title': 'Seit {time} tragen die Nummern des Systems den Buchstaben {letters}',
  'admin.history-lost-body':
    'Das System wurde aus einer Sicherung wiederhergestellt oder auf einen anderen Rechner verlegt; Nummern von kurz davor können fehlen. Neue Nummern lauten bis zum Tagesende {example}, damit keine doppelt vorkommt. Die Terminals melden erneut, was sie gedruckt haben; wer eine Nummer hat, die nicht in der Liste steht, bekommt von Ihnen eine neue.',
  'admin.tickets-refused': 'Von einem Terminal gemeldet, aber nicht angenommen: {count} Zettel',
  'admin.tickets-refused-hint':
    'Vielleicht hält jemand diese Nummern: Bitte geben Sie neue aus. Wenn niemand weiß, warum, sehen Sie nach dem Terminal.',
  'admin.kiosk-was-offline-one':
    '{kiosk} war von {from} bis {until} ohne Server und hat selbst 1 Nummer ausgegeben.',
  'admin.kiosk-was-offline':
    '{kiosk} war von {from} bis {until} ohne Server und hat selbst {count} Nummern ausgegeben.',
  'admin.hub-disk-low':
    'Auf der Festplatte des Servers sind nur noch {free} frei. Bitte löschen Sie, was niemand braucht.',
} as const satisfies Section<typeof vi>;
