import { expect, it } from 'vitest';
import { numberInWords, readTicketNumber, SPOKEN } from './spoken.ts';
import { inWords } from './spoken-language.ts';

const LANGUAGES = ['vi', 'en', 'de'] as const;
const LETTERS = [...'AĂÂBCDĐEÊFGHIJKLMNOÔƠPQRSTUƯVWXYZ'];
const ALL = Array.from({ length: 10_000 }, (_, value) => value);

it.each(LANGUAGES)('never reads two numbers below 10,000 alike (%s)', (language) => {
  expect(new Set(ALL.map((value) => inWords(SPOKEN[language], value))).size).toBe(ALL.length);
});

it.each(LANGUAGES)('reads every number with words of its vocabulary (%s)', (language) => {
  const { cardinal, vocabulary } = SPOKEN[language];
  const known = new Set(vocabulary.map(({ clip, says }) => `${clip} ${says}`));
  const said = new Set(ALL.flatMap(cardinal).map(({ clip, says }) => `${clip} ${says}`));
  expect([...said].filter((word) => !known.has(word))).toEqual([]);
});

it.each(LANGUAGES)(
  'has one clip for each word, and a name of its own for each letter (%s)',
  (language) => {
    const { letter, vocabulary } = SPOKEN[language];
    expect(new Set(vocabulary.map(({ clip }) => clip)).size).toBe(vocabulary.length);
    const names = LETTERS.map((sign) => letter(sign));
    expect(names).not.toContain(null);
    expect(new Set(names.map((name) => name?.clip)).size).toBe(LETTERS.length);
    expect(new Set(names.map((name) => name?.says)).size).toBe(LETTERS.length);
  },
);

it.each([
  ['en', 0, 'zero'],
  ['en', 21, 'twenty one'],
  ['en', 115, 'one hundred and fifteen'],
  ['en', 1005, 'one thousand and five'],
  ['en', 9000, 'nine thousand'],
  ['de', 0, 'null'],
  ['de', 1, 'eins'],
  ['de', 21, 'einundzwanzig'],
  ['de', 101, 'einhunderteins'],
  ['de', 317, 'dreihundertsiebzehn'],
  ['de', 1666, 'eintausendsechshundertsechsundsechzig'],
] as const)('speaks in %s %i as “%s”', (language, value, words) => {
  expect(numberInWords(language, value)).toBe(words);
});

it.each([-1, 10_000, 1.5, Number.NaN])('throws for %d, which is not covered', (value) => {
  for (const language of LANGUAGES) {
    expect(() => numberInWords(language, value)).toThrow(RangeError);
  }
});

const read = (number: string, reading: 'cardinal' | 'digits') =>
  readTicketNumber('vi', number, reading)
    .map(({ says }) => says)
    .join(' ');

it.each([
  ['H021', 'cardinal', 'hát hai mươi mốt'],
  ['H021', 'digits', 'hát không hai một'],
  ['Đ105', 'cardinal', 'đê một trăm linh năm'],
  ['1021', 'cardinal', 'một nghìn không trăm hai mươi mốt'],
  ['H000', 'cardinal', 'hát không'],
  ['h-007', 'cardinal', 'hát bảy'],
  ['Ô012', 'cardinal', 'ô mười hai'],
  ['É012', 'cardinal', 'e mười hai'],
  ['AB12', 'digits', 'a bê một hai'],
  ['12345', 'cardinal', 'một hai ba bốn năm'],
  ['', 'cardinal', ''],
] as const)('reads the ticket number %s in %s as “%s”', (number, reading, words) => {
  expect(read(number, reading)).toBe(words);
});
