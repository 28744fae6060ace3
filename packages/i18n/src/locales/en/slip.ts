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
  'slip.estimate.minutes': 'about {from}–{to} min',
  'slip.issued-at': 'Issued',
  'slip.papers': 'Papers to bring',
  'slip.papers.more': '… Please ask the help desk for more.',
  'slip.follow': 'Follow your number on your phone (optional)',
  'slip.keep': 'Scan to keep your number on your phone',
  'slip.hint': 'Please wait for your number. If you miss it, tell the help desk.',
  'slip.services': 'Services, in this order',
  'slip.training': 'Practice',
  'slip.thanks': 'Thank you!',
};
