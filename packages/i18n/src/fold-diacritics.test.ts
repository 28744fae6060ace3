import { describe, expect, it } from 'vitest';
import { containsWords, foldDiacritics } from './fold-diacritics.ts';

describe('foldDiacritics', () => {
  it.each([
    ['Đăng ký Kết hôn', 'dang ky ket hon'],
    ['Đất đai, xây dựng', 'dat dai, xay dung'],
    ['KHƯƠNG ƯỚC nghệ', 'khuong uoc nghe'],
    ['  Chứng   thực ', 'chung thuc'],
    ['Eheschließung, Ämter', 'eheschliessung, amter'],
    ['', ''],
  ])('writes %j as %j', (text, folded) => {
    expect(foldDiacritics(text)).toBe(folded);
  });

  it('folds decomposed letters like composed ones', () => {
    const text = 'Trợ cấp người cao tuổi';
    expect(foldDiacritics(text.normalize('NFD'))).toBe(foldDiacritics(text.normalize('NFC')));
  });
});

describe('containsWords', () => {
  it.each([
    ['ket hon', true],
    ['hôn kết', true],
    ['KẾT', true],
    ['', true],
    ['khai sinh', false],
    ['kết ly', false],
  ])('returns for %j: %s', (query, found) => {
    expect(containsWords('Đăng ký kết hôn', query)).toBe(found);
  });
});
