import writeXlsxFile, { type Cell } from 'write-excel-file/node';
import type { OutCell, OutRow } from '../table.ts';

export interface OutSheet {
  readonly name: string;
  /** The first row has the titles and stays in sight. */
  readonly rows: readonly OutRow[];
}

/** Excel's own limits on names of sheets. */
const SHEET_NAME = { most: 31, forbidden: /[\\/?*[\]:]/g };
const WIDTH = { least: 8, most: 60 };

/** A workbook with real numbers and days; all other cells are text, whatever they begin with. */
export async function toXlsx(sheets: readonly OutSheet[]): Promise<Uint8Array<ArrayBuffer>> {
  const file = writeXlsxFile(
    sheets.map(({ name, rows }) => ({
      sheet: name.replaceAll(SHEET_NAME.forbidden, ' ').slice(0, SHEET_NAME.most),
      stickyRowsCount: 1,
      columns: widthsOf(rows),
      data: rows.map((row, index) =>
        row.map((cell) => (index === 0 ? toTitle(cell) : toXlsxCell(cell))),
      ),
    })),
  );
  return new Uint8Array(await file.toBuffer());
}

function toTitle(cell: OutCell): Cell {
  return { value: textOf(cell), type: String, fontWeight: 'bold', wrap: true };
}

function toXlsxCell(cell: OutCell): Cell {
  if (cell === null || cell === '') return null;
  if (typeof cell === 'number') return { value: cell, type: Number };
  if (typeof cell === 'object')
    return { value: new Date(`${cell.day}T00:00:00Z`), type: Date, format: 'dd/mm/yyyy' };
  return { value: cell, type: String, wrap: cell.includes('\n') };
}

function textOf(cell: OutCell): string {
  if (cell === null) return '';
  return typeof cell === 'object' ? cell.day : String(cell);
}

function widthsOf(rows: readonly OutRow[]) {
  const columns = Math.max(0, ...rows.map(({ length }) => length));
  return Array.from({ length: columns }, (_, column) => {
    let width = WIDTH.least;
    for (const row of rows)
      for (const line of textOf(row[column] ?? null).split('\n'))
        width = Math.max(width, line.length + 2);
    return { width: Math.min(width, WIDTH.most) };
  });
}
