import { crc32, inflateRawSync } from 'node:zlib';
import { FILE_LIMITS, type FileRefusal } from '../table.ts';

export type Archive =
  | { readonly ok: true; readonly entries: ReadonlyMap<string, Uint8Array> }
  | { readonly ok: false; readonly code: FileRefusal };

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_SIZE = 22;
const CENTRAL_SIZE = 46;
const LOCAL_SIZE = 30;
const ENCRYPTED = 1;

/**
 * The entries of an archive, each found to be as large as declared and whole. Refuses before it unpacks anything what
 * declares more than the limit, and stops an entry that grows beyond its own declaration.
 */
export function openArchive(bytes: Uint8Array): Archive {
  try {
    const entries = centralDirectory(bytes);
    const declared = entries.reduce((sum, { size }) => sum + size, 0);
    if (declared > FILE_LIMITS.unpackedBytes) return { ok: false, code: 'file-too-large' };
    return { ok: true, entries: new Map(entries.map((each) => [each.name, unpack(bytes, each)])) };
  } catch (cause) {
    // Whatever a damaged archive leads to: an offset beyond its end, a stream that is none.
    if (cause instanceof Error) return { ok: false, code: 'file-damaged' };
    throw cause;
  }
}

function centralDirectory(bytes: Uint8Array): readonly Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - END_SIZE;
  while (view.getUint32(end, true) !== END) end -= 1;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  return Array.from({ length: count }, () => {
    if (view.getUint32(at, true) !== CENTRAL || (view.getUint16(at + 8, true) & ENCRYPTED) !== 0)
      throw new RangeError('no entry of the central directory');
    const nameLength = view.getUint16(at + 28, true);
    const entry = {
      name: new TextDecoder().decode(
        bytes.subarray(at + CENTRAL_SIZE, at + CENTRAL_SIZE + nameLength),
      ),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    };
    at += CENTRAL_SIZE + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    return entry;
  });
}

function unpack(bytes: Uint8Array, { method, crc, packed, size, offset }: Entry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(offset, true) !== LOCAL) throw new RangeError('no local header');
  const start =
    offset + LOCAL_SIZE + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const data = bytes.subarray(start, start + packed);
  // Zero is no bound to zlib.
  const whole = method === 0 ? data : inflateRawSync(data, { maxOutputLength: Math.max(1, size) });
  if (whole.length !== size || crc32(whole) !== crc) throw new RangeError('entry is damaged');
  return whole;
}
