export type Cell = string | number | null;
export type Rows = readonly (readonly Cell[])[];

/** Without it Excel assumes the machine's legacy code page and breaks every diacritic. */
const BYTE_ORDER_MARK = '\uFEFF';
/**
 * Excel splits at the list separator of the machine's region, and where the comma is the decimal separator, as in Việt
 * Nam and Germany, that is the semicolon. A `sep=` line would settle it everywhere, but makes Excel ignore the byte
 * order mark. For the same reason no cell has a decimal separator: times are written as 0:06:42.
 */
const SEPARATOR = ';';

/** Blocks of rows for a spreadsheet, with an empty row between two. */
export function toCsv(blocks: readonly Rows[]): string {
  const lines = blocks.map((rows) => rows.map(toCsvLine).join(''));
  return `${BYTE_ORDER_MARK}${lines.join('\r\n')}`;
}

/** One row, with its line end. */
export function toCsvLine(row: readonly Cell[]): string {
  return `${row.map(toCell).join(SEPARATOR)}\r\n`;
}

/**
 * A name that begins like a formula must not be computed when the file is opened; after a comma
 * neither, because where that is the list separator a cell begins there, even inside quotes.
 */
const FORMULA = /(^|[,\t\r\n]"?)(?=[=+\-@\t\r＝＋－＠])/g;

function toCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = cell.replaceAll(FORMULA, `$1'`);
  return /[;"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** `0:06:42`, which every spreadsheet reads as a duration. */
export function toDuration(ms: number | null): string | null {
  if (ms === null) return null;
  const seconds = Math.round(ms / 1000);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}
