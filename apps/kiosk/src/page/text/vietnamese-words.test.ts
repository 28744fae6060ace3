import { describe, expect, it } from 'vitest';
import { withWholeWords } from './vietnamese-words.ts';

const NBSP = '\u00A0';

describe('A Vietnamese text in a narrow column', () => {
  it('is never broken within a word of two syllables', () => {
    expect(withWholeWords('Cần hỗ trợ')).toBe(`Cần hỗ${NBSP}trợ`);
    expect(withWholeWords('Nhiều người, nhiều hồ sơ, làm thay')).toBe(
      `Nhiều người, nhiều hồ${NBSP}sơ, làm thay`,
    );
    expect(withWholeWords('ĐĂNG KÝ KẾT HÔN')).toBe(`ĐĂNG${NBSP}KÝ KẾT${NBSP}HÔN`);
  });

  it('is unchanged otherwise', () => {
    expect(withWholeWords('Tôi đã có số')).toBe('Tôi đã có số');
  });
});
