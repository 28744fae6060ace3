import { expect, it } from 'vitest';
import { inWords } from './spoken-language.ts';
import { NORTHERN, spokenVietnamese } from './vi.ts';
import vectors from './vi.vectors.json' with { type: 'json' };

const northern = spokenVietnamese();

it.each(Object.entries(vectors.cardinals))('speaks %s as “%s”', (number, words) => {
  expect(inWords(northern, Number(number))).toBe(words);
});

it.each(Object.entries(vectors.letters))('names the letter %s “%s”', (letter, name) => {
  expect(northern.letter(letter)?.says).toBe(name);
});

it.each([
  [{ zeroTens: 'lẻ' }, 105, 'một trăm lẻ năm'],
  [{ thousand: 'ngàn' }, 2024, 'hai ngàn không trăm hai mươi tư'],
  [{ four: 'bốn' }, 44, 'bốn mươi bốn'],
  [{ four: 'bốn' }, 14, 'mười bốn'],
] as const)('follows the regional option %j', (habit, number, words) => {
  expect(inWords(spokenVietnamese({ ...NORTHERN, ...habit }), number)).toBe(words);
});

it('names each digit separately', () => {
  const digits = [1, 0, 2, 1].map((digit) => northern.digit(digit).says);
  expect(digits.join(', ')).toBe('một, không, hai, một');
});

it('is in NFC', () => {
  const words = northern.vocabulary.map(({ says }) => says);
  expect(words).toEqual(words.map((word) => word.normalize('NFC')));
});
