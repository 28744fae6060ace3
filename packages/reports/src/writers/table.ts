import { INK, SOFT_INK, type Sheet } from './sheet.ts';
import { HEAD_SIZE, titleLines } from './title-lines.ts';

export interface ColumnPlan {
  readonly title: string;
  readonly align: 'left' | 'right';
  /** The column that yields when space is short: names may take several lines, figures may not. */
  readonly yields?: true;
}

export interface Column extends ColumnPlan {
  readonly width: number;
}

/** A heading over `span` columns; an empty title leaves the place blank. */
export interface ColumnGroup {
  readonly title: string;
  readonly span: number;
}

/** The content of a table, before its widths are known. */
export interface TablePlan {
  readonly columns: readonly ColumnPlan[];
  readonly groups?: readonly ColumnGroup[];
  readonly rows: readonly (readonly string[])[];
  /** Below a line, in bold. */
  readonly total?: readonly string[];
  /** In place of rows that did not fit. */
  readonly more?: string | null;
}

export interface Table extends TablePlan {
  readonly columns: readonly Column[];
}

export interface Place {
  readonly x: number;
  readonly y: number;
  readonly rowHeight: number;
}

export const CELL_SIZE = 7.6;
/** The size of a name that takes several lines, and how much higher two make its row. */
export const WRAPPED_SIZE = 6.7;
const WRAPPED_MORE = 5.6;
const WRAPPED_LINE = 7.3;
export const PADDING = 3;
const HEAD_LINE = 8;
const HAIR = '#c9d1d9';
const BAND = '#f3f6f9';

/** The height of a table's head: its highest title, and the groups above. */
export function headHeight(sheet: Sheet, { columns, groups }: Table): number {
  const lines = Math.max(
    ...columns.map((column) => titleLines(sheet, column.title, column.width - 2 * PADDING).length),
  );
  return lines * HEAD_LINE + 5 + (groups === undefined ? 0 : HEAD_LINE + 3);
}

/** The height of the whole table. */
export function tableHeight(sheet: Sheet, table: Table, rowHeight: number): number {
  const { rows, more, total } = table;
  const others = (typeof more === 'string' ? 1 : 0) + (total === undefined ? 0 : 1);
  const height = rows.reduce((sum, row) => sum + heightOf(row, rowHeight), 0);
  return headHeight(sheet, table) + height + others * rowHeight;
}

function heightOf(row: readonly string[], rowHeight: number): number {
  const lines = Math.max(...row.map((cell) => cell.split('\n').length));
  return lines === 1 ? rowHeight : rowHeight + WRAPPED_MORE + (lines - 2) * WRAPPED_LINE;
}

/** How many rows fit above `bottom`, beside head and total, when the table begins at `y`. */
export function rowsThatFit(
  sheet: Sheet,
  table: Table,
  { y, rowHeight }: Place,
  bottom: number,
): number {
  let end = y + headHeight(sheet, table) + (table.total === undefined ? 0 : rowHeight);
  const first = table.rows.findIndex((row) => {
    end += heightOf(row, rowHeight);
    return end > bottom;
  });
  return first === -1 ? table.rows.length : first;
}

/** Draws the table and returns the y below it. */
export function drawTable(sheet: Sheet, table: Table, { x, y, rowHeight }: Place): number {
  const { columns, rows, total, more } = table;
  const width = columns.reduce((sum, column) => sum + column.width, 0);
  let top = y;
  sheet.group('Table', () => {
    top = drawHead(sheet, table, x, y, width);
    for (const [index, row] of rows.entries()) {
      const height = heightOf(row, rowHeight);
      if (index % 2 === 1) band(sheet, x, top, width, height);
      drawRow(sheet, columns, row, { x, y: top, rowHeight: height });
      top += height;
    }
    if (typeof more === 'string') {
      drawRow(sheet, [{ title: '', width, align: 'left' }], [more], { x, y: top, rowHeight });
      top += rowHeight;
    }
    rule(sheet, x, top, width, total === undefined ? HAIR : INK);
    if (total !== undefined) {
      drawRow(sheet, columns, total, { x, y: top, rowHeight }, 'bold');
      top += rowHeight;
    }
  });
  return top;
}

function drawHead(sheet: Sheet, { columns, groups }: Table, x: number, y: number, width: number) {
  let top = y;
  rule(sheet, x, top, width, INK);
  if (groups !== undefined) {
    sheet.group('TR', () => drawGroups(sheet, columns, groups, x, y));
    top += HEAD_LINE + 3;
  }
  const titles = columns.map((column) =>
    titleLines(sheet, column.title, column.width - 2 * PADDING),
  );
  const bottom = top + Math.max(...titles.map(({ length }) => length)) * HEAD_LINE + 5;
  sheet.group('TR', () => {
    let left = x;
    for (const [index, column] of columns.entries()) {
      const lines = titles[index] ?? [];
      for (const [line, text] of lines.entries())
        sheet.line(text, {
          x: left + PADDING,
          y: bottom - 4 - (lines.length - 1 - line) * HEAD_LINE,
          width: column.width - 2 * PADDING,
          size: HEAD_SIZE,
          weight: 'medium',
          align: column.align,
          colour: SOFT_INK,
          tag: 'TH',
        });
      left += column.width;
    }
  });
  rule(sheet, x, bottom, width, INK);
  return bottom;
}

function drawGroups(
  sheet: Sheet,
  columns: readonly Column[],
  groups: readonly ColumnGroup[],
  x: number,
  y: number,
): void {
  let left = x;
  let index = 0;
  for (const { title, span } of groups) {
    const own = columns.slice(index, index + span);
    const width = own.reduce((sum, column) => sum + column.width, 0);
    const inner = { x: left + PADDING, width: width - 2 * PADDING };
    if (title !== '') {
      const style = {
        size: HEAD_SIZE,
        weight: 'medium',
        align: 'centre',
        colour: SOFT_INK,
      } as const;
      sheet.line(title, { ...inner, ...style, y: y + HEAD_LINE + 0.5, tag: 'TH' });
      rule(sheet, inner.x, y + HEAD_LINE + 3, inner.width, HAIR);
    }
    left += width;
    index += span;
  }
}

function drawRow(
  sheet: Sheet,
  columns: readonly Column[],
  cells: readonly string[],
  { x, y, rowHeight }: Place,
  weight: 'regular' | 'bold' = 'regular',
): void {
  sheet.group('TR', () => {
    let left = x;
    for (const [index, { width, align }] of columns.entries()) {
      const lines = (cells[index] ?? '').split('\n');
      const size = lines.length > 1 ? WRAPPED_SIZE : CELL_SIZE;
      const first = y + rowHeight / 2 + size * 0.36 - ((lines.length - 1) * WRAPPED_LINE) / 2;
      for (const [line, text] of lines.entries())
        sheet.line(text, {
          x: left + PADDING,
          y: first + line * WRAPPED_LINE,
          width: width - 2 * PADDING,
          size,
          weight,
          align,
          tag: 'TD',
        });
      left += width;
    }
  });
}

function band(sheet: Sheet, x: number, y: number, width: number, height: number): void {
  sheet.decorate((pdf) => pdf.rect(x, y, width, height).fill(BAND));
}

function rule(sheet: Sheet, x: number, y: number, width: number, colour: string): void {
  sheet.decorate((pdf) =>
    pdf
      .lineWidth(0.5)
      .moveTo(x, y)
      .lineTo(x + width, y)
      .stroke(colour),
  );
}
