import type { Section } from '../../section.ts';
import type { adminRules as vietnamese } from '../vi/admin-rules.ts';

export const adminRules: Section<typeof vietnamese> = {
  'admin.lost-if-saved':
    'Termine, die nach dem Speichern nicht mehr gehalten werden können: {count}',
  'admin.lost-now': 'Termine, die nicht gehalten werden können: {count}',
  'admin.lost-hint':
    'Kein Termin wird von selbst gestrichen. Bitte die Betroffenen verständigen und einen anderen Tag buchen: Seite „Im Raum“, Termine.',
  'admin.lost-list': 'Termine, die nicht gehalten werden können',
  'admin.page-rules': 'Dienstregeln',
  'admin.part-centre-rules': 'Regeln',
  'admin.part-priority-groups': 'Vorranggruppen',
  'admin.centre-rules-lead': 'Die eigenen Regeln des Zentrums; eine Änderung gilt sofort.',
  'admin.priority-groups-lead':
    'Wen das Zentrum nach vorn bittet. Wie Vorrang aufgerufen wird, steht auf dieser Seite unter Regeln.',
  'admin.rules-missed': 'Wenn jemand nicht kommt',
  'admin.rule-missedCalls': 'Aufrufe',
  'admin.rule-missedCalls-hint':
    'Nach so vielen Aufrufen und Wiederholungen gilt die Nummer als versäumt.',
  'admin.rule-missedSeconds': 'Warten nach dem letzten Aufruf (Sekunden)',
  'admin.rule-missedSeconds-hint':
    'Danach vermerkt das System die Nummer von selbst als versäumt, damit es am Schalter weitergeht.',
  'admin.rule-graceMinutes': 'Rückkehr möglich innerhalb von (Minuten)',
  'admin.rule-graceMinutes-hint':
    'So lange steht die Nummer auf der Anzeige und hat noch einen Platz; 0: keine Rückkehr.',
  'admin.rule-behind': 'Bei Rückkehr hinter (Personen)',
  'admin.rule-behind-hint':
    'So viele kommen vorher dran, aber nie mehr als vor einer neuen Nummer; 0: der Platz von vorher.',
  'admin.rules-waiting': 'Warten und Nummern',
  'admin.rule-holdMinutes': 'Platz freihalten (Minuten)',
  'admin.rule-holdMinutes-hint':
    'Wer kurz hinausmuss, bittet am Automaten darum, einmal je Besuch; 0: nicht angeboten.',
  'admin.rule-lastTicketMinutes': 'Letzte Nummer vor Schluss (Minuten)',
  'admin.rule-lastTicketMinutes-hint':
    'Damit alle mit Nummer noch drankommen; danach gibt nur Personal mit Begründung Nummern aus; 0: bis zum Schluss.',
  'admin.rule-estimates': 'Voraussichtliche Wartezeit nennen',
  'admin.rule-estimates-hint':
    'Nur solange die letzten Schätzungen gestimmt haben; sonst nur, wie viele noch vorher dran sind.',
  'admin.rules-bookings': 'Termine',
  'admin.rule-bookings': 'Termine vergeben',
  'admin.rule-bookings-hint':
    'Das Personal bucht; Besucher erhalten einen Termincode für den Automaten, ohne Namen.',
  'admin.rule-slotMinutes': 'Länge eines Zeitfensters (Minuten)',
  'admin.rule-slotMinutes-hint': 'Die Öffnungszeiten werden in solche Fenster geteilt.',
  'admin.rule-capacity': 'Termine je Zeitfenster',
  'admin.rule-capacity-hint':
    'Je Warteschlange; wer ohne Termin kommt, wird dazwischen aufgerufen.',
  'admin.rule-earlyMinutes': 'Darf früher kommen (Minuten)',
  'admin.rule-earlyMinutes-hint':
    'Vorher nimmt der Automat den Termincode nicht an; Vorrang zählt erst ab der gebuchten Zeit.',
  'admin.rule-lateMinutes': 'Darf später kommen (Minuten)',
  'admin.rule-lateMinutes-hint': 'Danach gibt es trotzdem eine Nummer, aber eine gewöhnliche.',
  'admin.rule-daysAhead': 'Tage im Voraus',
  'admin.rule-daysAhead-hint': 'Termine gibt es für so viele kommende Tage; 0: nur für heute.',
  'admin.rules-kept': 'Was aufbewahrt wird',
  'admin.rule-retentionDays': 'Einzelne Besuche aufbewahren (Tage)',
  'admin.rule-retentionDays-hint':
    'Danach werden die einzelnen Besuche von selbst gelöscht; die Zahlen des Tages bleiben.',
  'admin.rules-day-end': 'Tagesende',
  'admin.rule-day-end': 'Wer um Mitternacht noch wartet',
  'admin.day-end-close': 'Der Besuch endet',
  'admin.day-end-close-hint': 'Die Nummern stehen im Tagesbericht.',
  'admin.day-end-roll-over': 'Der Besuch geht am nächsten Tag weiter',
  'admin.day-end-roll-over-hint':
    'Nummer und Ankunft bleiben, sodass sie am Morgen vor den Neuen drankommen.',
  'admin.priority-groups-add': 'Vorranggruppe hinzufügen',
  'admin.priority-groups-choose': 'Wählen Sie eine Gruppe zum Ändern oder legen Sie eine neue an.',
  'admin.priority-staff-only': 'nur Personal',
  'admin.priority-sensitive': 'vertraulich',
  'admin.field-priority-active': 'In Gebrauch',
  'admin.hint-priority-active': 'Aus: Niemand kann diese Gruppe mehr wählen.',
  'admin.field-priority-at-kiosk': 'Am Automaten wählbar',
  'admin.hint-priority-at-kiosk': 'Besucher wählen selbst; aus: Nur das Personal wählt.',
  'admin.field-priority-sensitive': 'Vertraulich',
  'admin.hint-priority-sensitive':
    'Gesundheit oder Schicksal der Familie: Keine Liste und kein Bericht nennt die Gruppe neben einer Nummer.',
  'admin.priority-icon-elderly': 'Ältere Menschen',
  'admin.priority-icon-disabled': 'Menschen mit Behinderung',
  'admin.priority-icon-pregnant': 'Schwangere',
  'admin.priority-icon-child': 'Kleine Kinder',
  'admin.priority-icon-merit': 'Menschen mit Verdiensten',
  'admin.priority-icon-grief': 'Trauernde Familien',
  'admin.priority-icon-other': 'Andere',
  'admin.field-quick-counter': 'Kurze Anliegen an diesem Schalter',
  'admin.quick-no': 'Wie alle anderen',
  'admin.quick-no-hint': 'Der Schalter ruft in der allgemeinen Reihenfolge auf.',
  'admin.quick-first': 'Zuerst',
  'admin.quick-first-hint': 'Kurze Anliegen kommen zuerst, außer jemand wartet schon zu lange.',
  'admin.quick-only': 'Nur diese',
  'admin.quick-only-hint': 'Ein Schnellschalter: Andere Anliegen bleiben anderen Schaltern.',
  'admin.field-quota': 'Nummern pro Tag',
  'admin.hint-quota':
    'Danach gibt der Automat keine mehr aus, das Personal nur mit Begründung. Leer: der ganze Nummernkreis.',
  'admin.field-service-quick': 'Kurzes Anliegen',
  'admin.hint-service-quick':
    'In wenigen Minuten erledigt, sodass ein Schnellschalter es nehmen kann.',
  'admin.field-skills': 'Bediente Warteschlangen',
  'admin.skills-all': 'Alle',
  'admin.skills-some': '{count} Warteschlangen',
  'admin.skills-title': 'Warteschlangen, die {name} bedient',
  'admin.skills-every': 'Alle Warteschlangen',
  'admin.skills-hint':
    'Am Schalter ruft diese Person nur aus Warteschlangen auf, die zum Schalter gehören und hier gewählt sind.',
  'admin.problem-skills': 'Bitte wählen Sie mindestens eine Warteschlange.',
  'admin.holidays-add': 'Feiertage {year} hinzufügen',
  'admin.holidays-hint':
    'Gesetzliche Feiertage mit denen des Mondkalenders und den Ersatztagen. Bitte jedes Jahr mit der amtlichen Bekanntmachung vergleichen: Den zweiten Tag am Nationalfeiertag und getauschte Arbeitstage ergänzt das Zentrum.',
  'admin.holidays-there': 'Alle Feiertage {year} stehen schon in der Liste.',
  'admin.kiosk-locked': 'Gesperrt',
  'admin.kiosk-training': 'Im Übungsbetrieb',
  'admin.kiosk-lock': 'Sperren',
  'admin.kiosk-lock-title': '„{name}“ sperren?',
  'admin.kiosk-lock-body':
    'Der Automat gibt sofort keine Nummern mehr aus und verweist an die Beratung, bis er entsperrt wird.',
  'admin.kiosk-unlock': 'Entsperren',
  'admin.kiosk-unlock-title': '„{name}“ entsperren?',
  'admin.kiosk-unlock-body': 'Der Automat gibt innerhalb der Öffnungszeiten wieder Nummern aus.',
  'admin.kiosk-practise': 'Üben',
  'admin.kiosk-practise-title': '„{name}“ in den Übungsbetrieb?',
  'admin.kiosk-practise-body':
    'Der Automat gibt nur Übungsnummern aus: auf keiner Anzeige und in keiner Zahl.',
  'admin.kiosk-serious': 'Üben beenden',
  'admin.kiosk-serious-title': 'Übungsbetrieb an „{name}“ beenden?',
  'admin.kiosk-serious-body':
    'Der Automat gibt innerhalb der Öffnungszeiten wieder echte Nummern aus.',
  'admin.set-aside': 'Außer der Reihe',
  'admin.set-aside-awaited': 'Versäumt, Rückkehr möglich',
  'admin.set-aside-later': 'Noch nicht: freigehalten oder verschoben',
  'admin.set-aside-reserved': 'Vorgemerkt',
  'admin.until-time': 'bis {time}',
  'admin.none': 'Niemand',
  'admin.bookings-now': 'Termine heute',
  'admin.no-bookings': 'Keine',
  'admin.bookings-count': '{booked} gebucht, {checkedIn} erschienen',
  'admin.counter-training': 'Im Übungsbetrieb',
};
