import { describe, expect, it } from 'vitest';
import { cellWords } from './cell-words.ts';
import { createWording } from './wording.ts';

const vi = createWording('vi', 'Asia/Ho_Chi_Minh');

describe('a figure on paper', () => {
  it.each([
    ['count', 1234, undefined, '1.234'],
    ['count', -3, true, '−3'],
    ['count', 0, true, '0'],
    ['duration', 90_000, undefined, '1,5 phút'],
    ['duration', -90_000, true, '−1,5 phút'],
    ['share', 0.61, undefined, '61,0\u00A0%'],
    ['share', 0.0001, true, '0,0\u00A0%'],
    ['percent', 4.25, true, '+4,3\u00A0%'],
    ['percent', null, true, '–'],
  ] as const)('%s %s is read with change %s as %s', (unit, value, change, words) => {
    const cell = change === undefined ? { unit, value } : { unit, value, change };
    expect(cellWords(cell, vi, 'overview')).toBe(words);
  });

  it('has no unit where the heading of its column has it', () => {
    expect(cellWords({ unit: 'duration', value: 90_000 }, vi, 'queues')).toBe('1,5');
  });
});
