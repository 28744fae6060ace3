import Papa from 'papaparse';
import { FILE_LIMITS, type ReadFile, refuseFile, toSheet } from '../table.ts';
import { withoutFormulaGuard } from '../csv-text.ts';

const SEPARATORS = [';', ',', '\t'] as const;
/** So many rows show which separator divides them. */
const SAMPLE_ROWS = 50;

/** The rows of a text whose cells are divided by `;`, `,` or tabs. A quote that is never closed means a cut file. */
export function readCsv(text: string): ReadFile {
  // What Excel writes and reads to name the separator.
  const [line, named] = /^sep=(.)\r?\n/.exec(text) ?? [''];
  const body = text.slice(line.length);
  const { data, errors } = Papa.parse<string[]>(body, {
    delimiter: named ?? separatorOf(body),
    preview: FILE_LIMITS.rows + 1,
  });
  const quotes = errors.find(({ type }) => type === 'Quotes');
  if (quotes?.code === 'MissingQuotes') return refuseFile('file-cut');
  if (quotes !== undefined) return refuseFile('file-damaged');
  if (data.length > FILE_LIMITS.rows)
    return refuseFile('file-too-many-rows', { rows: FILE_LIMITS.rows });
  const before = line === '' ? [] : [[]];
  const sheet = toSheet('', [...before, ...data.map((row) => row.map(withoutFormulaGuard))]);
  return sheet.rows.length === 0 ? refuseFile('file-empty') : { ok: true, sheets: [sheet] };
}

/** The one that divides most rows into equally many cells; between equals, into more. */
function separatorOf(text: string): string {
  const scored = SEPARATORS.map((separator) => {
    const { data } = Papa.parse<string[]>(text, { delimiter: separator, preview: SAMPLE_ROWS });
    const rows = new Map<number, number>();
    for (const { length } of data) if (length > 1) rows.set(length, (rows.get(length) ?? 0) + 1);
    const [cells, count] = [...rows].toSorted((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [0, 0];
    return { separator, cells, count };
  });
  const [best] = scored.toSorted((a, b) => b.count - a.count || b.cells - a.cells);
  return best?.separator ?? ',';
}
