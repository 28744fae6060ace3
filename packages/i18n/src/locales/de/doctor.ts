import type { Section } from '../../section.ts';
import type { doctor as vi } from '../vi/doctor.ts';

export const doctor = {
  'doctor.title': 'Untersucht am {date}, {time}',
  'doctor.all-well': 'Alles in Ordnung.',
  'doctor.warnings': 'Bitte beachten: {count} mit „!“.',
  'doctor.not-well': 'Bitte sofort kümmern: {count} mit „✗“.',
  'doctor.hub-answers': 'Server: läuft unter {url}.',
  'doctor.hub-off': 'Server: läuft nicht auf diesem Ordner. Bitte starten.',
  'doctor.hub-hangs': 'Server: ist gestartet, antwortet aber nicht. Bitte beenden und neu starten.',
  'doctor.hub-follows':
    'Server: Dieser Rechner ist der Ersatz und folgt {url}. „motcua promote“ nur, wenn der Server endgültig ausgefallen ist.',
  'doctor.standby-off':
    'Server: Dieser Rechner ist der Ersatz für {url}, folgt ihm aber gerade nicht. Bitte neu starten.',
  'doctor.standby-unknown':
    'Ersatz: Er ist zugelassen, aber seine Adresse fehlt. Bitte tragen Sie sie in der Verwaltung unter Datensicherheit ein, damit Seiten und Automaten ihn finden.',
  'doctor.port-taken':
    'Server: läuft nicht, und ein anderes Programm belegt Port {port}. Bitte beenden Sie es, oder wählen Sie einen anderen Port.',
  'doctor.disk-ok': 'Festplatte: {free} frei.',
  'doctor.disk-low':
    'Festplatte: nur noch {free} frei. Bitte löschen Sie diese Woche, was niemand braucht.',
  'doctor.disk-full':
    'Festplatte: nur noch {free} frei. Bald können keine Nummern mehr vergeben werden; bitte löschen Sie jetzt, was niemand braucht.',
  'doctor.sync-ok': 'Schreiben: {ms} ms je Schreibvorgang.',
  'doctor.sync-slow':
    'Schreiben: {ms} ms je Schreibvorgang sind recht langsam. Eine SSD für den Datenordner hilft.',
  'doctor.sync-bad':
    'Schreiben: {ms} ms je Schreibvorgang sind viel zu langsam. Die Festplatte ist womöglich defekt; bitte sichern und ersetzen.',
  'doctor.folder-bad':
    'Datenordner: In {folder} kann nicht geschrieben werden. Bitte prüfen Sie Rechte und Festplatte.',
  'doctor.clock-ok': 'Uhr: {time} am {date}, vom Netz gestellt.',
  'doctor.clock-unknown': 'Uhr: {time} am {date}. Bitte vergleichen Sie sie mit Ihrer.',
  'doctor.clock-unsynced':
    'Uhr: {time} am {date}, nicht vom Netz gestellt. Bitte vergleichen Sie sie mit Ihrer, und schalten Sie die Netzzeit ein.',
  'doctor.clock-back':
    'Uhr: {minutes} Minuten vor dem letzten Eintrag. Bitte stellen Sie sie richtig, bevor Nummern vergeben werden.',
  'doctor.clock-held':
    'Uhr: {time} am {date} liegt zu weit nach dem offenen Tag {today}; der Server glaubt ihr nicht. Geht sie falsch, bitte stellen; geht sie richtig: „motcua clock confirm“.',
  'doctor.clock-day-ahead':
    'Uhr: {time} am {date}, offen ist aber der Tag {today}. Geht die Uhr richtig: „motcua clock reset“; sonst bitte stellen.',
  'doctor.clock-far':
    'Uhr: {time} am {date}; zuletzt geschrieben wurde am {today}. Bitte mit Ihrer Uhr vergleichen; geht sie richtig: „motcua clock confirm“.',
  'doctor.printer-ok': 'Drucker {printer}: bereit.',
  'doctor.printer-bad':
    'Drucker {printer}: {state}. Bitte prüfen Sie Papier, Deckel, Kabel und Strom.',
  'doctor.printer-near-end':
    'Drucker {printer}: Papier geht zur Neige. Bitte legen Sie eine neue Rolle bereit.',
  'doctor.printer-reachable':
    'Drucker {printer}: nimmt Zettel an, antwortet aber nicht; ob er Papier hat, ist unbekannt. Bitte nachsehen.',
  'doctor.fonts-ok': 'Schriften: Zettel auf Vietnamesisch lassen sich drucken.',
  'doctor.fonts-bad':
    'Schriften: Die Schriften für Zettel fehlen. Bitte installieren Sie das Programm neu.',
  'doctor.devices-ok': 'Geräte: Alle {count} sind zu hören.',
  'doctor.devices-none': 'Geräte: Noch keines wurde zugelassen.',
  'doctor.device-silent':
    'Gerät {device}: seit {age} nicht gehört. Bitte prüfen Sie Strom und Kabel.',
  'doctor.device-never':
    'Gerät {device}: seit dem Start des Servers nicht gehört. Bitte einschalten, oder sperren, wenn es nicht mehr da ist.',
  'doctor.device-clock': 'Gerät {device}: Die Uhr geht um {age} falsch. Bitte stellen.',
  'doctor.device-disk': 'Gerät {device}: nur noch {free} auf der Festplatte frei.',
  'doctor.backup-ok': 'Sicherung: die neueste ist {age} alt, in {folder}.',
  'doctor.backup-old':
    'Sicherung: die neueste ist {age} alt. Bitte in der Verwaltung unter Datensicherheit „Jetzt sichern“ drücken.',
  'doctor.backup-none':
    'Sicherung: keine in {folder}. Bitte in der Verwaltung unter Datensicherheit „Jetzt sichern“ drücken.',
  'doctor.setup-gap': 'Einrichtung: es fehlt – {what}. Bitte in der Verwaltung unter {section}.',
  'doctor.backup-same-disk':
    'Sicherung: auf derselben Platte wie die Daten; geht sie kaputt, ist beides weg. Bitte auf einer anderen Platte sichern (--backups) oder regelmäßig auf einen USB-Stick kopieren: {folder}.',
  'doctor.device-slow':
    'Gerät {device}: langsame Verbindung, WebSocket ist blockiert. Bitte Virenschutz und Proxy dort prüfen.',
  'doctor.authority-key-here':
    'Der Schlüssel der Zertifizierungsstelle liegt bei den Daten ({file}): Bitte woanders aufbewahren, im Tresor.',
  'doctor.certificate-ok': 'Zertifikat: gültig bis {date}.',
  'doctor.certificate-soon': 'Zertifikat: endet am {date}. Bitte ein neues anlegen.',
  'doctor.certificate-over':
    'Zertifikat: abgelaufen am {date}. Seiten öffnen sich nicht mehr; bitte ein neues anlegen.',
  'doctor.certificate-bad': 'Zertifikat: {file} ist nicht lesbar. Bitte ein neues anlegen.',
  'doctor.data-ok': 'Daten: unversehrt.',
  'doctor.data-none': 'Daten: keine in {folder}.',
  'doctor.data-bad':
    'Daten: Die Datei ist beschädigt ({why}). Bitte den Server anhalten und eine Sicherung zurückspielen: motcua restore.',
  'doctor.numbers-with-letter':
    'Nummern: seit {time} tragen die Nummern des Servers den Buchstaben {letters}, weil er wiederhergestellt oder verlegt wurde. Morgen sind sie wie gewohnt.',
  'doctor.minutes': '{count} Min.',
  'doctor.hours': '{count} Std.',
  'doctor.days': '{count} Tage',
} as const satisfies Section<typeof vi>;
