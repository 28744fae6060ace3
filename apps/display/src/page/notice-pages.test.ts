import fc from 'fast-check';
import { expect, it } from 'vitest';
import { noticePages, numbersOfPage } from './notice-pages.ts';

const lunch = { reason: 'lunch', counterNumbers: [2, 3] } as const;
const WALL = { width: 1920, height: 1080 };

it('shows all notices in one language, then in the next', () => {
  const pages = noticePages({ missed: ['H003', 'H002', 'H001'], paused: [lunch] }, 2);
  const inVietnamese = [
    { type: 'missed', language: 'vi', numbers: ['H003', 'H002'] },
    { type: 'missed', language: 'vi', numbers: ['H001'] },
    { type: 'missed-advice', language: 'vi' },
    { type: 'paused', language: 'vi', counters: lunch },
  ];
  expect(pages).toEqual([
    ...inVietnamese,
    ...inVietnamese.map((page) => ({ ...page, language: 'en' })),
  ]);
});

it('has no page while there is nothing to say, and no advice without missed calls', () => {
  expect(noticePages({ missed: [], paused: [] }, 7)).toEqual([]);
  const types = noticePages({ missed: [], paused: [lunch] }, 7).map(({ type }) => type);
  expect(types).toEqual(['paused', 'paused']);
});

it('leaves out no number, however many there are and however long', () => {
  const given = fc.record({
    missed: fc.uniqueArray(fc.stringMatching(/^[A-ZĐ]{0,2}[0-9]{3,4}$/), { maxLength: 80 }),
    height: fc.integer({ min: 600, max: 2_400 }),
  });
  fc.assert(
    fc.property(given, ({ missed, height }) => {
      const row = numbersOfPage(missed, { width: 1920, height });
      const shown = noticePages({ missed, paused: [] }, row).flatMap((page) =>
        page.type === 'missed' && page.language === 'vi' ? page.numbers : [],
      );
      expect(shown).toEqual(missed);
    }),
  );
});

it('puts as many numbers on a page as the screen has room for', () => {
  expect(numbersOfPage(['H001'], WALL)).toBe(7);
  expect(numbersOfPage(['ĐH1001'], WALL)).toBe(5);
  expect(numbersOfPage(['H001'], { width: 1080, height: 1920 })).toBe(8);
  expect(numbersOfPage(['ĐH1001'], { width: 320, height: 1920 })).toBe(4);
});
