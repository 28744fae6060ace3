import readXlsxFile from 'read-excel-file/universal';
import { FILE_LIMITS, type FileRefusal, type ReadFile, refuseFile, toSheet } from '../table.ts';
import { openArchive } from './zip-archive.ts';

/**
 * The sheets of a workbook; of a formula, the value that was stored with it. The archive was unpacked once to be sure
 * of its sizes, so the library may unpack it again: its reader for buffers goes by the same central directory.
 */
export async function readXlsx(bytes: Uint8Array<ArrayBuffer>): Promise<ReadFile> {
  const archive = openArchive(bytes);
  if (!archive.ok) return refuseFile(archive.code, sizes());
  if (!archive.entries.has('xl/workbook.xml')) return refuseFile('file-unknown');
  for (const [name, content] of archive.entries) {
    const refused = /^xl\/worksheets\/[^/]+\.xml$/.test(name) ? checkArea(content) : null;
    if (refused !== null) return refuseFile(refused, sizes());
  }

  const sheets = await sheetsOf(bytes);
  if (sheets === null) return refuseFile('file-damaged');
  const read = sheets.map(({ sheet, data }) =>
    toSheet(
      sheet,
      data.map((row) => row.map(toText)),
    ),
  );
  const filled = read.filter(({ rows }) => rows.length > 0);
  if (filled.some(({ rows }) => rows.length > FILE_LIMITS.rows))
    return refuseFile('file-too-many-rows', sizes());
  return filled.length === 0 ? refuseFile('file-empty') : { ok: true, sheets: filled };
}

function sizes() {
  return { megabytes: FILE_LIMITS.bytes / 1_000_000, rows: FILE_LIMITS.rows };
}

/** Null: the workbook's parts contradict one another. */
async function sheetsOf(bytes: Uint8Array<ArrayBuffer>) {
  const { buffer, byteOffset, byteLength } = bytes;
  try {
    return await readXlsxFile(buffer.slice(byteOffset, byteOffset + byteLength));
  } catch (cause) {
    if (cause instanceof Error) return null;
    throw cause;
  }
}

const TAG = /<(?:\w+:)?(row|c)\s([^<>]*)>/g;
const ADDRESS = /(?:^|\s)r\s*=\s*["']([A-Z]{0,3})(\d{1,7})["']/;
const ANY_ADDRESS = /(?:^|\s)r\s*=/;

/** A sheet is read into rows of equal width: a single cell far below or far right would fill the memory. */
function checkArea(content: Uint8Array): FileRefusal | null {
  let [lastRow, lastColumn] = [0, 0];
  for (const [tag, element, attributes = ''] of new TextDecoder().decode(content).matchAll(TAG)) {
    const [, letters = '', digits = ''] = ADDRESS.exec(attributes) ?? [];
    if (digits === '' && ANY_ADDRESS.test(attributes)) return 'file-damaged';
    if (Number(digits) > SHEET_ROWS) return 'file-damaged';
    if (element !== 'c' || tag.endsWith('/>')) continue;
    lastRow = Math.max(lastRow, Number(digits));
    lastColumn = Math.max(lastColumn, columnOf(letters));
  }
  return lastRow * lastColumn > FILE_LIMITS.cells ? 'file-too-many-rows' : null;
}

/** As many as the format has. */
const SHEET_ROWS = 1_048_576;

function columnOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

/** Dates come as instants of UTC; a day before the calendar of spreadsheets begins means a time alone. */
function toText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (!(value instanceof Date) || Number.isNaN(value.getTime())) return '';
  const iso = new Date(Math.round(value.getTime() / 1000) * 1000).toISOString();
  const day = iso.slice(0, -14);
  const time = iso.slice(-13, -8);
  if (day < '1900-01-01') return time;
  return time === '00:00' ? day : `${day} ${time}`;
}
