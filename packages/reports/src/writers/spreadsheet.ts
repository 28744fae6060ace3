import { BYTE_ORDER_MARK, toCsvLine as toLine } from '@motcua/tables';

export type Cell = string | number | null;
export type Rows = readonly (readonly Cell[])[];

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
  return toLine(row, SEPARATOR);
}

/** `0:06:42`, which every spreadsheet reads as a duration. */
export function toDuration(ms: number | null): string | null {
  if (ms === null) return null;
  const seconds = Math.round(ms / 1000);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}
