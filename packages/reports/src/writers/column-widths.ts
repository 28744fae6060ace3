import { SMALLEST, type Sheet } from './sheet.ts';
import { CELL_SIZE, PADDING, type Table, type TablePlan, WRAPPED_SIZE } from './table.ts';
import { HEAD_SIZE, linesWithin, narrowestLines, narrowestTitle } from './title-lines.ts';

/** Tolerance for rounding, so that no text shrinks in a column that was made for it. */
const EASE = 0.5;

/**
 * Gives every column the width of its title, group and cells, so that no figure is shrunk or cut. What is missing of
 * `most` points is taken from the column that yields; with `fill`, extra width is shared.
 */
export function fitColumns(
  sheet: Sheet,
  plan: TablePlan,
  { most, fill }: { readonly most: number; readonly fill: boolean },
): Table {
  const needed = neededWidths(sheet, plan);
  const free = most - needed.reduce((sum, width) => sum + width, 0);
  const share = fill ? Math.max(0, free) / needed.length : 0;
  const columns = plan.columns.map((column, index) => ({
    ...column,
    width: (needed[index] ?? 0) + share + (column.yields === true ? Math.min(0, free) : 0),
  }));
  const rows = plan.rows.map((row) =>
    row.map((cell, index) => {
      const { yields, width = 0 } = columns[index] ?? {};
      return yields === true ? shortName(sheet, cell, width - 2 * PADDING) : cell;
    }),
  );
  return { ...plan, columns, rows };
}

function neededWidths(sheet: Sheet, { columns, groups = [], rows, total }: TablePlan): number[] {
  const widths = columns.map(({ title }, index) => {
    const cells = rows.map((row) => sheet.widthOf(row[index] ?? '', CELL_SIZE));
    const sum = sheet.widthOf(total?.[index] ?? '', CELL_SIZE, 'bold');
    return Math.max(narrowestTitle(sheet, title), sum, ...cells) + 2 * PADDING + EASE;
  });
  let first = 0;
  for (const { title, span } of groups) {
    const own = widths.slice(first, first + span).reduce((sum, width) => sum + width, 0);
    const wanted = sheet.widthOf(title, HEAD_SIZE, 'medium') + 2 * PADDING + EASE;
    const more = title === '' ? 0 : Math.max(0, wanted - own) / span;
    for (let index = first; index < first + span; index += 1)
      widths[index] = (widths[index] ?? 0) + more;
    first += span;
  }
  return widths;
}

/**
 * Without text in brackets, then in two lines, when the name does not fit even in small letters; in more where two
 * would be cut.
 */
function shortName(sheet: Sheet, name: string, width: number): string {
  const fits = (text: string) => sheet.widthOf(text, CELL_SIZE * SMALLEST) <= width;
  if (fits(name)) return name;
  const short = name.replace(/\s*\([^()]*\)$/u, '');
  if (fits(short)) return short;
  const widthOf = (text: string) => sheet.widthOf(text, WRAPPED_SIZE);
  const two = narrowestLines(widthOf, short);
  const isWhole = two.length > 1 && two.every((line) => widthOf(line) * SMALLEST <= width);
  return (isWhole ? two : linesWithin(widthOf, short, width)).join('\n');
}
