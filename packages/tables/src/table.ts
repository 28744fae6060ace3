import { type LocalDate, toSingleLine } from '@motcua/domain';
import type { Translate } from '@motcua/i18n';

/** A row that is not blank, as text: days as 2026-11-23, times as 07:30, numbers with a point. */
export interface TableRow {
  /** As the spreadsheet counts it, from 1. */
  readonly number: number;
  readonly cells: readonly string[];
}

export interface Sheet {
  readonly name: string;
  readonly rows: readonly TableRow[];
}

/** What is written: text never becomes a formula, numbers and days are real ones where the format has them. */
export type OutCell = string | number | { readonly day: LocalDate } | null;
export type OutRow = readonly OutCell[];

/** What is read at most; `cells` is the area up to the last cell with a value. */
export const FILE_LIMITS = {
  bytes: 20_000_000,
  unpackedBytes: 200_000_000,
  rows: 50_000,
  cells: 5_000_000,
} as const;

/** Why a file is not read. */
export const FILE_REFUSALS = [
  'file-empty',
  'file-too-large',
  'file-too-many-rows',
  'file-encoding',
  'file-old-excel',
  'file-unknown',
  'file-damaged',
  'file-cut',
] as const;
export type FileRefusal = (typeof FILE_REFUSALS)[number];

export type ReadFile =
  | { readonly ok: true; readonly sheets: readonly Sheet[] }
  | {
      readonly ok: false;
      readonly code: FileRefusal;
      readonly params: Readonly<Record<string, string | number>>;
    };

/** A file that is not read, with what fills the gaps in the words. */
export function refuseFile(
  code: FileRefusal,
  params: Readonly<Record<string, string | number>> = {},
): ReadFile & { readonly ok: false } {
  return { ok: false, code, params };
}

/** Why a file is not read, in a reader's language. */
export function fileRefusalWords(
  { code, params }: ReadFile & { readonly ok: false },
  t: Translate,
): string {
  return t(`import.${code}`, params);
}

/** Rows as they were read, cleaned; blank ones are left out and the others keep their numbers. */
export function toSheet(name: string, rows: readonly (readonly string[])[]): Sheet {
  return {
    name,
    rows: rows.flatMap((cells, index) => {
      const clean = cells.map(toCellText);
      return clean.every((cell) => cell === '') ? [] : [{ number: index + 1, cells: clean }];
    }),
  };
}

const PLAIN = /^[\x20-\x7E]*$/;

/** Line breaks within a cell are kept: they divide a list. */
function toCellText(cell: string): string {
  if (PLAIN.test(cell)) return cell.trim();
  return cell
    .split(/\r\n?|\n/)
    .map(toSingleLine)
    .join('\n')
    .trim();
}
