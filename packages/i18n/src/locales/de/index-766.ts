import type { Section } from '../../section.ts';
import type { index766 as vietnamese } from '../vi/index-766.ts';

export const index766: Section<typeof vietnamese> = {
  'index766.title': 'Kennzahlen nach Beschluss 766/QĐ-TTg',
  'index766.hint':
    'Die Punkte vergibt das nationale System; motcua berechnet keine. Diese Tabelle sagt nur, welche Zahlen hier vorliegen.',
  'index766.line': 'Thema',
  'index766.source': 'Quelle',
  'index766.figures': 'Zahlen des Zeitraums',
  'index766.source-here': 'Hier gemessen',
  'index766.source-imported': 'Aus der Provinz eingelesen',
  'index766.source-not-known': 'Nicht hier',
  'index766.publicity': 'Offenheit und Transparenz',
  'index766.timeliness': 'Fristgerechte Erledigung',
  'index766.waiting': 'Wartezeit im Zentrum (zur Ergänzung)',
  'index766.online': 'Online-Dienste',
  'index766.digitisation': 'Digitalisierte Vorgänge',
  'index766.payment': 'Online-Bezahlung',
  'index766.satisfaction': 'Zufriedenheit',
  'index766.complaints': 'Beschwerden und Eingaben',
  'index766.why-publicity': 'Wird im nationalen Dienstleistungsportal gezählt',
  'index766.why-digitisation': 'Wird im Vorgangssystem der Provinz gezählt',
  'index766.why-payment': 'Wird im nationalen Dienstleistungsportal gezählt',
  'index766.why-satisfaction':
    'motcua fragt noch nicht nach der Meinung; Ergebnisse stehen im nationalen Dienstleistungsportal',
};
