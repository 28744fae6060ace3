import { expect, it } from 'vitest';
import { withHyphens } from './german-hyphens.ts';

const shown = (text: string): string => withHyphens(text).replaceAll('\u00AD', '|');

it('breaks long German words where they may be broken', () => {
  expect(shown('Unterschriftsbeglaubigung')).toBe('Un|ter|schrifts|be|glau|bi|gung');
  expect(shown('Ich brauche eine Sprachmittlung')).toBe('Ich brauche eine Sprach|mitt|lung');
});

it('leaves short words and everything else as they are', () => {
  expect(shown('Urkunde H021, 14:30')).toBe('Urkunde H021, 14:30');
});
