import type { Section } from '../../section.ts';
import type { display as vi } from '../vi/display.ts';

export const display: Section<typeof vi> = {
  'display.say-call': 'Nummer {number}, bitte zu Schalter {counter}.',
  'display.say-recall': 'Zweiter Aufruf. Nummer {number}, Schalter {counter}.',
};
