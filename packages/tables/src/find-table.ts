import type { ImportKind } from '@motcua/domain';
import { foldDiacritics } from '@motcua/i18n';
import { type ColumnMap, columnNamed, isPersonal } from './columns.ts';
import type { Sheet, TableRow } from './table.ts';

export interface FoundTable {
  /** Its sheet; empty in a CSV file. */
  readonly sheet: string;
  /** As written, by column; of two rows of titles, both. */
  readonly titles: readonly string[];
  /** What is below, without what is personal, a row of column numbers and sums. */
  readonly rows: readonly TableRow[];
  /** What was recognised; a person may map others by hand. */
  readonly columnMap: ColumnMap;
  /** Titles of personal columns, whose cells were dropped. */
  readonly personal: readonly string[];
  /** Titles of columns that no one recognised. */
  readonly ignored: readonly string[];
}

/** Titles stand at most so deep, below the name of the office and of the report. */
const HEADER_ROWS = 30;

interface Header {
  /** The index of the first row below. */
  readonly below: number;
  readonly titles: readonly Title[];
  readonly score: number;
}
/** The ways to read the titles above a column, the fullest first. */
type Title = readonly string[];

/** The table of a kind among the sheets of a file: where most columns are recognised. Null: none of them anywhere. */
export function findTable(kind: ImportKind, sheets: readonly Sheet[]): FoundTable | null {
  const [best] = sheets
    .map((sheet) => ({ sheet, header: findHeader(kind, sheet.rows) }))
    .toSorted((a, b) => b.header.score - a.header.score);
  return best === undefined || best.header.score === 0
    ? null
    : readTable(kind, best.sheet, best.header);
}

/** The longest sheet with its first row for titles, of which a person says which is which; null: nothing is in the file. */
export function tableToMap(kind: ImportKind, sheets: readonly Sheet[]): FoundTable | null {
  const [sheet] = sheets.toSorted((a, b) => b.rows.length - a.rows.length);
  const [first] = sheet?.rows ?? [];
  if (sheet === undefined || first === undefined) return null;
  return readTable(kind, sheet, { below: 1, titles: first.cells.map((cell) => [cell]), score: 0 });
}

function readTable(kind: ImportKind, sheet: Sheet, header: Header): FoundTable {
  const titles = header.titles.map(([fullest = '']) => fullest);
  const personal = titles.flatMap((title, index) => (isPersonal(kind, title) ? [index] : []));
  const columnMap = mapColumns(kind, header.titles);
  const used = Object.values(columnMap);
  return {
    sheet: sheet.name,
    titles,
    rows: sheet.rows
      .slice(header.below)
      .filter((row, index) => !(index === 0 && isNumbering(row)) && !isSum(row))
      .map((row) => withoutCells(row, personal)),
    columnMap,
    personal: personal.map((index) => titles[index] ?? ''),
    ignored: titles.filter(
      (title, index) => title !== '' && !used.includes(index) && !personal.includes(index),
    ),
  };
}

function findHeader(kind: ImportKind, rows: readonly TableRow[]): Header {
  let best: Header = { below: 0, titles: [], score: 0 };
  for (const [index, row] of rows.slice(0, HEADER_ROWS).entries()) {
    const above = rows[index - 1];
    const isJoined = above?.number === row.number - 1;
    const single = row.cells.map((cell) => [cell]);
    for (const titles of isJoined ? [single, twoRows(above.cells, row.cells)] : [single]) {
      const score = Object.keys(mapColumns(kind, titles)).length;
      if (score > best.score) best = { below: index + 1, titles, score };
    }
  }
  return best;
}

/** A merged cell has its text in its first column, and in its upper row only. */
function twoRows(upper: readonly string[], lower: readonly string[]): readonly Title[] {
  let merged = '';
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, index) => {
    const [above = '', below = ''] = [upper[index], lower[index]];
    if (above !== '') merged = above;
    if (below === '') return [above];
    return [`${merged} ${below}`.trim(), below];
  });
}

function mapColumns(kind: ImportKind, titles: readonly Title[]): Readonly<Record<string, number>> {
  const map: Record<string, number> = {};
  for (const [index, readings] of titles.entries()) {
    const column = readings.map((title) => columnNamed(kind, title)).find((each) => each);
    if (column !== undefined && !Object.hasOwn(map, column)) map[column] = index;
  }
  return map;
}

function withoutCells({ number, cells }: TableRow, dropped: readonly number[]): TableRow {
  return {
    number,
    cells: cells.map((cell, index) => (dropped.includes(index) ? '' : cell)),
  };
}

/** `(1) (2) (3)`, as administrative tables number their columns. */
function isNumbering({ cells }: TableRow): boolean {
  const filled = cells.filter((cell) => cell !== '');
  const numbers = filled.map((cell) => /^\(?(\d{1,2})\)?$/.exec(cell)?.[1]);
  return filled.length > 2 && numbers.every((number, index) => Number(number) === index + 1);
}

/** "Tổng cộng: 705", and nothing beside it but figures. */
function isSum({ cells }: TableRow): boolean {
  const [first = '', ...others] = cells.filter((cell) => cell !== '');
  const isNamed = /^(tong (cong|so)|total|summe|gesamt)\b/.test(foldDiacritics(first));
  return isNamed && others.every((cell) => /^[\d.,%\s]+$/.test(cell));
}
