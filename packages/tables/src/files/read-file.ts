import { FILE_LIMITS, type ReadFile, refuseFile } from '../table.ts';
import { readCsv } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';

const ZIP = [0x50, 0x4b, 0x03, 0x04];
/** The container of .xls files and of workbooks with a password. */
const OLE = [0xd0, 0xcf, 0x11, 0xe0];

const BYTE_ORDER_MARKS = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
] as const;

/** No text of a table has them. */
// oxlint-disable-next-line no-control-regex
const CONTROLS = /[\0-\x08\x0E-\x1F\x7F]/;

/** The sheets of an XLSX or CSV file, recognised by its bytes and not by its name; refuses what it cannot read for certain. */
export async function readTableFile(bytes: Uint8Array<ArrayBuffer>): Promise<ReadFile> {
  if (bytes.length === 0) return refuseFile('file-empty');
  if (bytes.length > FILE_LIMITS.bytes)
    return refuseFile('file-too-large', { megabytes: FILE_LIMITS.bytes / 1_000_000 });
  if (beginsWith(bytes, ZIP)) return readXlsx(bytes);
  if (beginsWith(bytes, OLE)) return refuseFile('file-old-excel');
  const text = decode(bytes);
  if (text === null) return refuseFile('file-encoding');
  return CONTROLS.test(text) ? refuseFile('file-unknown') : readCsv(text);
}

/** Null: in no encoding that is sure. One of the old Vietnamese code pages would be read as other letters. */
function decode(bytes: Uint8Array): string | null {
  const mark = BYTE_ORDER_MARKS.find((each) => beginsWith(bytes, each.bytes));
  try {
    return new TextDecoder(mark?.encoding ?? 'utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    if (cause instanceof TypeError) return null;
    throw cause;
  }
}

function beginsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}
