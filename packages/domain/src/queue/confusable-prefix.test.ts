import fc from 'fast-check';
import { expect, it } from 'vitest';
import { clearPrefixes, confusablePrefixes, looksLikeDigit } from './confusable-prefix.ts';
import { PREFIX_LETTERS, PREFIX_PATTERN } from './queue.ts';

it.each([
  ['D', 'G', 'sound'],
  ['B', 'P', 'sound'],
  ['T', 'V', 'sound'],
  ['M', 'N', 'sound'],
  ['S', 'X', 'sound'],
  ['A', 'Ă', 'mark'],
  ['D', 'Đ', 'mark'],
  ['Ơ', 'O', 'mark'],
  ['Q', 'O', 'shape'],
  ['I', 'L', 'shape'],
  ['AB', 'AP', 'sound'],
  ['DI', 'ĐL', 'mark'],
])('takes %s for %s by its %s', (prefix, other, because) => {
  expect(confusablePrefixes(prefix, ['H', other])).toEqual([{ other, because }]);
});

it.each([
  ['A', ['B', 'H', 'L', 'O', 'U']],
  ['H', ['T', 'C', 'Đ', 'N', 'X']],
  ['D', ['D', 'DG', '']],
  ['', ['A', 'D']],
  ['AB', ['AH', 'BA', 'B', '']],
])('tells %j from %j', (prefix, others) => {
  expect(confusablePrefixes(prefix, others)).toEqual([]);
});

it('warns both ways alike, for every two letters', () => {
  const letter = fc.constantFrom(...PREFIX_LETTERS);
  fc.assert(
    fc.property(letter, letter, (a, b) => {
      const [there] = confusablePrefixes(a, [b]);
      const [back] = confusablePrefixes(b, [a]);
      expect(there?.because).toBe(back?.because);
    }),
  );
});

it('leaves letters enough for a centre without confusable queues', () => {
  const chosen = clearPrefixes([]);
  expect(chosen.length).toBeGreaterThanOrEqual(5);
  for (const letter of chosen) {
    expect(looksLikeDigit(letter)).toBe(false);
    expect(confusablePrefixes(letter, chosen)).toEqual([]);
  }
});

it('offers no letter that is taken, nor one like it', () => {
  const offered = clearPrefixes(['D', 'H']);
  expect(offered).not.toContain('D');
  expect(confusablePrefixes('D', offered)).toEqual([]);
  expect(confusablePrefixes('H', offered)).toEqual([]);
});

it('knows which letters are read as digits', () => {
  expect(['O', 'Ơ', 'I', 'AO'].filter((prefix) => looksLikeDigit(prefix))).toHaveLength(4);
  expect(['', 'H', 'D'].filter((prefix) => looksLikeDigit(prefix))).toEqual([]);
});

it.each(['', 'H', 'Đ', 'ƠƯ', 'AB'])('takes %j as a prefix', (prefix) => {
  expect(PREFIX_PATTERN.test(prefix)).toBe(true);
});

// The second is the Cyrillic letter that looks like H.
it.each(['h', 'Н', 'ABC', '1', 'Ä', 'É', 'A ', '\u200B'])('rejects %j as a prefix', (prefix) => {
  expect(PREFIX_PATTERN.test(prefix)).toBe(false);
});
