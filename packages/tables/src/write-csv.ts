import { withFormulaGuard } from './csv-text.ts';
import type { OutCell, OutRow } from './table.ts';

/** Without it Excel reads the machine's old code page and breaks every diacritic. */
export const BYTE_ORDER_MARK = '\uFEFF';

/** Excel splits at the list separator of its region: `;` in Việt Nam and Germany, `,` where a point divides decimals. */
export type CsvSeparator = ';' | ',';

/** Rows as a CSV file; days as 2026-11-23, which every spreadsheet takes for days. */
export function toCsv(rows: readonly OutRow[], separator: CsvSeparator): string {
  return BYTE_ORDER_MARK + rows.map((row) => toCsvLine(row, separator)).join('');
}

/** One row, with its line end. */
export function toCsvLine(row: readonly OutCell[], separator: CsvSeparator): string {
  return `${row.map(toCell).join(separator)}\r\n`;
}

function toCell(cell: OutCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  if (typeof cell === 'object') return cell.day;
  const text = withFormulaGuard(cell);
  return /[;,\t"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
