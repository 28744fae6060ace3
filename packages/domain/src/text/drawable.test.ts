import { describe, expect, it } from 'vitest';
import { undrawableAnywhere, undrawableIn } from './drawable.ts';

describe('a name', () => {
  it.each([
    'Bùi Thị Hạnh',
    'ĂẮẰẲẴẶ ÂẤẦẨẪẬ ÊẾỀỂỄỆ ÔỐỒỔỖỘ ƠỚỜỞỠỢ ƯỨỪỬỮỰ ỲÝỶỸỴ Đđ',
    'Großmann & Söhne, “Một cửa” – Quầy №1… 50 % (A/B)',
    'Nguyễn Văn A'.normalize('NFD'),
  ])('of letters that slip and report have is drawn: %s', (name) => {
    expect(undrawableIn(name.replace('№', ''))).toEqual([]);
  });

  it.each([
    ['Trung tâm 🏛 Kim Bôi 🏛', ['🏛']],
    ['王小明', ['王', '小', '明']],
    ['Здравствуйте'.slice(0, 2), ['З', 'д']],
    ['Quầy → 2', ['→']],
    ['H\u0338', ['\u0338']],
  ])('with another letter is reported with it: %s', (name, letters) => {
    expect(undrawableIn(name)).toEqual(letters);
  });

  it('is searched in every text of a setting', () => {
    const value = {
      id: 'x',
      name: { vi: 'Quầy', en: 'Desk 王' },
      papers: [{ vi: '🏛 và 王' }],
      on: true,
    };
    expect(undrawableAnywhere(value)).toEqual(['王', '🏛']);
    expect(undrawableAnywhere(null)).toEqual([]);
  });
});
