import { describe, expect, it } from 'vitest';
import { createWording } from './wording.ts';

describe('minutes in a report', () => {
  const { minutes } = createWording('vi', 'Asia/Ho_Chi_Minh');

  it.each([
    [null, '–'],
    [0, '0,0'],
    [1, '< 0,1'],
    [2_999, '< 0,1'],
    [3_000, '0,1'],
    [90_000, '1,5'],
  ])('of %s ms are "%s"', (ms, text) => {
    expect(minutes(ms)).toBe(text);
  });
});
