import type { Section } from '../../section.ts';
import type { display as vi } from '../vi/display.ts';

export const display: Section<typeof vi> = {
  'display.called': 'Recently called',
  'display.counter': 'Counter',
  'display.device-name': 'Calling display',
  'display.how-to-wait': 'Please take a number and wait to be called.',
  'display.missed': 'Called, not yet here',
  'display.missed-more': 'and {count} more',
  'display.missed-what-now': 'Please see the guide or use the ticket machine.',
  'display.number': 'Now calling',
  'display.offline': 'Connection lost – as of {time} ({age} ago)',
  'display.paused-lunch': 'Counter {counter} is on lunch break.',
  'display.paused-meeting': 'Counter {counter} is paused: staff in a meeting.',
  'display.paused-paperwork': 'Counter {counter} is paused: working on files.',
  'display.paused-short-break': 'Counter {counter} is paused for a few minutes.',
  'display.paused-technical': 'Counter {counter} is paused: technical problem.',
  'display.say-call': 'Number {number}, please go to counter {counter}.',
  'display.say-recall': 'Second call. Number {number}, counter {counter}.',
  'display.sound-blocked': 'This screen has no sound yet. Press the button to hear the calls.',
  'display.sound-turn-on': 'Turn on sound',
  'display.welcome': 'Welcome!',
};
