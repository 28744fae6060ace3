import type { Section } from '../../section.ts';
import type { hub as vi } from '../vi/hub.ts';

export const hub: Section<typeof vi> = {
  'hub.title': 'Nummern und Aufruf',
  'hub.counter': 'Schalter',
  'hub.display': 'Anzeige im Warteraum',
  'hub.admin': 'Verwaltung',
  'hub.not-built':
    'Diese Seite ist noch nicht gebaut. Bitte „npm run build“ ausführen und erneut öffnen.',
};
