import type { Section } from '../../section.ts';
import type { slip as vi } from '../vi/slip.ts';

export const slip: Section<typeof vi> = {
  'slip.number': 'Your number',
  'slip.priority': 'ƯT',
  'slip.service': 'Service',
  'slip.counters': 'Expected counter',
  'slip.ahead': 'Ahead of you',
  'slip.ahead.none': 'no one',
  'slip.ahead.one': '1 person',
  'slip.ahead.many': '{count} people',
  'slip.ahead.unknown': 'not known yet',
  'slip.estimate': 'Estimated wait',
  'slip.estimate.minutes': '{from}–{to} min',
  'slip.issued-at': 'Issued',
  'slip.papers': 'Papers to bring',
  'slip.papers.more': '… Please ask the help desk for more.',
  'slip.follow': 'Scan to follow your number',
  'slip.keep': 'Scan to keep your number',
  'slip.show': 'Show this to the kiosk',
  'slip.hint': 'Please wait to be called. Missed it? Tell the help desk.',
  'slip.services': 'Services, in this order',
  'slip.appointment': 'Appointment',
  'slip.copy': 'Copy',
  'slip.training': 'Practice',
  'slip.thanks': 'Thank you!',
};
