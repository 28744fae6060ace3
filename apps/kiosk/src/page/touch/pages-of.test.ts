import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pagesOf, type PageItem } from './pages-of.ts';

/** Rows of these heights, one below the other. */
const rows = (...heights: readonly number[]): readonly PageItem[] => {
  let top = 0;
  return heights.map((height) => {
    const item = { top, bottom: top + height, leads: false };
    top += height;
    return item;
  });
};

describe('the pages of a list', () => {
  it('are one where everything fits', () => {
    const [page, ...more] = pagesOf(rows(100, 100, 100), 300);
    expect(more).toEqual([]);
    expect(page?.items).toEqual(new Set([0, 1, 2]));
  });

  it('show each item whole and once when laid out in rows', () => {
    expect(pagesOf(rows(100, 100, 100), 250).map(({ items }) => [...items])).toEqual([[0, 1], [2]]);
  });

  it('keep a heading with the item that follows it', () => {
    const [first, heading, last] = rows(100, 40, 100);
    if (first === undefined || heading === undefined || last === undefined) throw new Error();
    const pages = pagesOf([first, { ...heading, leads: true }, last], 180);
    expect(pages.map(({ items }) => [...items])).toEqual([[0], [1, 2]]);
  });

  it('give an item higher than the page a page of its own', () => {
    expect(pagesOf(rows(100, 500, 100), 200).map(({ items }) => [...items])).toEqual([
      [0],
      [1],
      [2],
    ]);
  });

  it('show everything from top to bottom, in any layout', () => {
    const item = fc
      .tuple(fc.integer({ min: 0, max: 2_000 }), fc.integer({ min: 1, max: 400 }), fc.boolean())
      .map(([top, height, leads]): PageItem => ({ top, bottom: top + height, leads }));
    fc.assert(
      fc.property(
        fc.array(item, { maxLength: 30 }),
        fc.integer({ min: 50, max: 600 }),
        (all, room) => {
          const pages = pagesOf(all, room);
          const shown = new Set(pages.flatMap(({ items }) => [...items]));
          expect(shown.size).toBe(all.length);
          const tops = pages.map(({ top }) => top);
          expect(tops).toEqual(tops.toSorted((a, b) => a - b));
          for (const { top, items } of pages)
            for (const index of items) {
              const { top: itsTop = 0, bottom = 0 } = all[index] ?? {};
              expect(bottom - itsTop > room || bottom - top <= room + 2).toBe(true);
            }
        },
      ),
    );
  });
});
