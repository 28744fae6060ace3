import type { Section } from '../../section.ts';
import type { hub as vi } from '../vi/hub.ts';

export const hub: Section<typeof vi> = {
  'hub.title': 'Tickets and calling',
  'hub.counter': 'Counter',
  'hub.display': 'Waiting room display',
  'hub.admin': 'Administration',
  'hub.not-built':
    'This page has not been built yet. Please run “npm run build” and open it again.',
};
