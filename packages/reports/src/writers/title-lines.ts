import type { Sheet } from './sheet.ts';

export const HEAD_SIZE = 6.8;

/** A column's title in at most two lines, broken between words where the longer line is shortest. */
export function titleLines(sheet: Sheet, title: string, width: number): readonly string[] {
  return titleWidth(sheet, [title]) <= width
    ? [title]
    : narrowestLines((line) => titleWidth(sheet, [line]), title);
}

/** The width of a title that may have two lines, in points. */
export function narrowestTitle(sheet: Sheet, title: string): number {
  return titleWidth(
    sheet,
    narrowestLines((line) => titleWidth(sheet, [line]), title),
  );
}

/** In at most two lines, broken between words where the longer one, measured by `widthOf`, is shortest. */
export function narrowestLines(widthOf: (line: string) => number, text: string): readonly string[] {
  const words = text.split(' ');
  const breaks = words
    .slice(1)
    .map((_, index) => [words.slice(0, index + 1).join(' '), words.slice(index + 1).join(' ')]);
  const widest = (lines: readonly string[]) => Math.max(...lines.map(widthOf));
  return breaks.reduce<readonly string[]>(
    (best, lines) => (widest(lines) < widest(best) ? lines : best),
    [text],
  );
}

/** In as many lines as are needed, broken between words; a word that is longer than a line is divided. */
export function linesWithin(
  widthOf: (line: string) => number,
  text: string,
  width: number,
): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = [...lines.slice(-1), word].join(' ');
    if (lines.length > 0 && widthOf(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(...divided(widthOf, word, width));
  }
  return lines;
}

/** Letters that stand alone on a line are read as a mistake. */
const FEWEST_LETTERS = 4;

function divided(widthOf: (line: string) => number, word: string, width: number): string[] {
  if (widthOf(word) <= width) return [word];
  const letters = [...word];
  let count = letters.length - FEWEST_LETTERS;
  while (count > FEWEST_LETTERS && widthOf(`${letters.slice(0, count).join('')}-`) > width)
    count -= 1;
  if (count <= FEWEST_LETTERS) return [word];
  const rest = letters.slice(count).join('');
  return [`${letters.slice(0, count).join('')}-`, ...divided(widthOf, rest, width)];
}

function titleWidth(sheet: Sheet, lines: readonly string[]): number {
  return Math.max(...lines.map((line) => sheet.widthOf(line, HEAD_SIZE, 'medium')));
}
