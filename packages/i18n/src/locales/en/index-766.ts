import type { Section } from '../../section.ts';
import type { index766 as vietnamese } from '../vi/index-766.ts';

export const index766: Section<typeof vietnamese> = {
  'index766.title': 'Index set of Decision 766/QĐ-TTg',
  'index766.hint':
    'The national system gives the points; motcua computes none. This table only says which figures are here.',
  'index766.line': 'Subject',
  'index766.source': 'Source',
  'index766.figures': 'Figures of the period',
  'index766.source-here': 'Measured here',
  'index766.source-imported': 'Imported from the province',
  'index766.source-not-known': 'Not here',
  'index766.publicity': 'Publicity and transparency',
  'index766.timeliness': 'Timeliness',
  'index766.waiting': 'Waiting in the centre (for information)',
  'index766.online': 'Online services',
  'index766.digitisation': 'Digitised dossiers',
  'index766.payment': 'Online payment',
  'index766.satisfaction': 'Satisfaction',
  'index766.complaints': 'Complaints and petitions',
  'index766.why-publicity': 'Counted on the National Public Service Portal',
  'index766.why-digitisation': 'Counted in the dossier system of the province',
  'index766.why-payment': 'Counted on the National Public Service Portal',
  'index766.why-satisfaction':
    'motcua asks for no opinion yet; the results are on the National Public Service Portal',
};
