import { expect, it } from 'vitest';
import { withHyphens } from './german-hyphens.ts';

const shown = (text: string): string => withHyphens(text).replaceAll('\u00AD', '|');

it('inserts soft hyphens into long German words', () => {
  expect(shown('Unterschriftsbeglaubigung')).toBe('Un|ter|schrifts|be|glau|bi|gung');
  expect(shown('Ich brauche eine Sprachmittlung')).toBe('Ich brauche eine Sprach|mitt|lung');
});

it('leaves short words and everything else unchanged', () => {
  expect(shown('Urkunde H021, 14:30')).toBe('Urkunde H021, 14:30');
});
