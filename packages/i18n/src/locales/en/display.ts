import type { Section } from '../../section.ts';
import type { display as vi } from '../vi/display.ts';

export const display: Section<typeof vi> = {
  'display.say-call': 'Number {number}, please go to counter {counter}.',
  'display.say-recall': 'Second call. Number {number}, counter {counter}.',
};
