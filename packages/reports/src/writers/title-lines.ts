import type { Sheet } from './sheet.ts';

export const HEAD_SIZE = 6.8;

/** A column's title in at most two lines, broken between words where the longer line is shortest. */
export function titleLines(sheet: Sheet, title: string, width: number): readonly string[] {
  return titleWidth(sheet, [title]) <= width ? [title] : narrowestLines(sheet, title);
}

/** How wide a title is when it may have two lines, in points. */
export function narrowestTitle(sheet: Sheet, title: string): number {
  return titleWidth(sheet, narrowestLines(sheet, title));
}

function narrowestLines(sheet: Sheet, title: string): readonly string[] {
  const words = title.split(' ');
  const breaks = words
    .slice(1)
    .map((_, index) => [words.slice(0, index + 1).join(' '), words.slice(index + 1).join(' ')]);
  return breaks.reduce<readonly string[]>(
    (best, lines) => (titleWidth(sheet, lines) < titleWidth(sheet, best) ? lines : best),
    [title],
  );
}

function titleWidth(sheet: Sheet, lines: readonly string[]): number {
  return Math.max(...lines.map((line) => sheet.widthOf(line, HEAD_SIZE, 'medium')));
}
