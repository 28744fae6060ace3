/** A command to the printer, with its original bytes. */
export type Command = { readonly raw: Uint8Array } & (
  | { readonly type: 'initialise' | 'line-feed' | 'carriage-return' | 'drawer' | 'nothing' }
  | { readonly type: 'text'; readonly bytes: Uint8Array }
  | { readonly type: 'feed-lines'; readonly lines: number }
  | { readonly type: 'feed-dots'; readonly dots: number }
  /** null: the default. */
  | { readonly type: 'line-spacing'; readonly dots: number | null }
  | { readonly type: 'align'; readonly to: 'left' | 'center' | 'right' }
  | { readonly type: 'size'; readonly width: number; readonly height: number }
  | { readonly type: 'bold'; readonly on: boolean }
  | {
      readonly type: 'raster';
      readonly rowBytes: number;
      readonly lines: number;
      readonly bits: Uint8Array;
    }
  | { readonly type: 'qr-module'; readonly dots: number }
  | { readonly type: 'qr-correction'; readonly level: 'L' | 'M' | 'Q' | 'H' }
  | { readonly type: 'qr-store'; readonly data: Uint8Array }
  | { readonly type: 'qr-print' }
  | { readonly type: 'cut'; readonly feedDots: number }
  | { readonly type: 'paper-status'; readonly about: number }
  | { readonly type: 'automatic-status'; readonly on: boolean }
  /** Real-time: executed on arrival, before the commands in the buffer. */
  | { readonly type: 'real-time-status'; readonly about: number }
  | { readonly type: 'real-time-clear' }
);

type Without<T> = T extends unknown ? Omit<T, 'raw'> : never;
export type Meaning = Without<Command>;

/** The length and meaning of a command; null: more bytes are needed. */
export type Reading = { readonly length: number; readonly meaning: Meaning } | null;

const NOTHING: Meaning = { type: 'nothing' };
const DLE = 0x10;
const ESC = 0x1b;
const FS = 0x1c;
const GS = 0x1d;
/** A larger picture is noise misread as a picture: no paper is that long. */
const MAX_RASTER_BYTES = 2_000_000;

/** Reads the command at the start of the bytes. */
export function readCommand(bytes: Uint8Array): Reading {
  const [first, second, third] = bytes;
  switch (first) {
    case undefined:
      return null;
    case DLE:
      return readRealTime(bytes);
    case ESC:
      return second === undefined ? null : readEsc(second, bytes);
    case GS:
      return second === undefined ? null : readGs(second, bytes);
    case FS:
      // Kanji and logo settings: two or three bytes, which are ignored.
      if (second === undefined) return null;
      if (second === 0x2e || second === 0x26) return { length: 2, meaning: NOTHING };
      return third === undefined ? null : { length: 3, meaning: NOTHING };
    case 0x0a:
      return { length: 1, meaning: { type: 'line-feed' } };
    case 0x0d:
      return { length: 1, meaning: { type: 'carriage-return' } };
    default:
      return first < 0x20 ? { length: 1, meaning: NOTHING } : readText(bytes);
  }
}

function readText(bytes: Uint8Array): Reading {
  const end = bytes.findIndex((byte) => byte < 0x20);
  const text = end < 0 ? bytes : bytes.subarray(0, end);
  return { length: text.length, meaning: { type: 'text', bytes: text.slice() } };
}

const CLEAR = [DLE, 0x14, 8, 1, 3, 20, 1, 6, 2, 8];

function readRealTime(bytes: Uint8Array): Reading {
  const [, second, about] = bytes;
  if (second === undefined) return null;
  if (second === 0x04) {
    if (about === undefined) return null;
    return { length: 3, meaning: { type: 'real-time-status', about } };
  }
  if (second === 0x14) {
    const said = bytes.subarray(0, CLEAR.length);
    if (said.some((byte, index) => byte !== CLEAR[index])) return { length: 1, meaning: NOTHING };
    return said.length < CLEAR.length
      ? null
      : { length: CLEAR.length, meaning: { type: 'real-time-clear' } };
  }
  return { length: second === 0x05 ? 3 : 1, meaning: NOTHING };
}

/** Commands of `ESC` with one more byte that change nothing in the picture. */
const IGNORED_ESC = new Set([0x74, 0x2d, 0x4d, 0x52, 0x20, 0x47, 0x56, 0x7b, 0x3d]);

function readEsc(second: number, bytes: Uint8Array): Reading {
  if (second === 0x40) return { length: 2, meaning: { type: 'initialise' } };
  if (second === 0x32) return { length: 2, meaning: { type: 'line-spacing', dots: null } };
  const third = bytes[2];
  if (third === undefined) return null;
  const three = (meaning: Meaning): Reading => ({ length: 3, meaning });
  switch (second) {
    case 0x33:
      return three({ type: 'line-spacing', dots: third });
    case 0x4a:
      return three({ type: 'feed-dots', dots: third });
    case 0x64:
      return three({ type: 'feed-lines', lines: third });
    case 0x45:
      return three({ type: 'bold', on: (third & 1) === 1 });
    case 0x61:
      return three({ type: 'align', to: alignment(third) });
    case 0x70:
      return readDrawer(bytes);
    case 0x21:
      return three(printMode(third));
    case 0x63:
      return bytes.length < 4 ? null : { length: 4, meaning: NOTHING };
    default:
      return IGNORED_ESC.has(second) ? three(NOTHING) : { length: 2, meaning: NOTHING };
  }
}

function alignment(value: number): 'left' | 'center' | 'right' {
  if (value === 1 || value === 0x31) return 'center';
  return value === 2 || value === 0x32 ? 'right' : 'left';
}

function printMode(mode: number): Meaning {
  return {
    type: 'size',
    width: (mode & 0x20) === 0 ? 1 : 2,
    height: (mode & 0x10) === 0 ? 1 : 2,
  };
}

/** `ESC p m t1 t2`; some senders omit the times, then the next command begins at once. */
function readDrawer(bytes: Uint8Array): Reading {
  const fourth = bytes[3];
  if (fourth === undefined) return null;
  const cutShort = fourth === ESC || fourth === GS || fourth === DLE;
  if (cutShort) return { length: 3, meaning: { type: 'drawer' } };
  return bytes.length < 5 ? null : { length: 5, meaning: { type: 'drawer' } };
}

const CORRECTION = ['L', 'M', 'Q', 'H'] as const;

function readGs(second: number, bytes: Uint8Array): Reading {
  const third = bytes[2];
  if (third === undefined) return null;
  const three = (meaning: Meaning): Reading => ({ length: 3, meaning });
  switch (second) {
    case 0x21:
      return three({ type: 'size', width: ((third >> 4) & 7) + 1, height: (third & 7) + 1 });
    case 0x56:
      // With 0, 1, 48 and 49 it cuts here; every other kind first feeds n dots to the blade.
      if ([0, 1, 0x30, 0x31].includes(third)) return three({ type: 'cut', feedDots: 0 });
      return bytes[3] === undefined
        ? null
        : { length: 4, meaning: { type: 'cut', feedDots: bytes[3] } };
    case 0x61:
      return three({ type: 'automatic-status', on: third !== 0 });
    case 0x72:
      return three({ type: 'paper-status', about: third });
    case 0x76:
      return third === 0x30 ? readRaster(bytes) : three(NOTHING);
    case 0x28:
      return readFunction(bytes);
    case 0x4c:
    case 0x57:
    case 0x50:
      return bytes.length < 4 ? null : { length: 4, meaning: NOTHING };
    default:
      return three(NOTHING);
  }
}

function readRaster(bytes: Uint8Array): Reading {
  if (bytes.length < 8) return null;
  const rowBytes = word(bytes, 4);
  const lines = word(bytes, 6);
  const size = rowBytes * lines;
  if (size > MAX_RASTER_BYTES) return { length: 8, meaning: NOTHING };
  if (bytes.length < 8 + size) return null;
  const bits = bytes.slice(8, 8 + size);
  return { length: 8 + size, meaning: { type: 'raster', rowBytes, lines, bits } };
}

/** `GS ( x pL pH …`: QR codes with x = k, all others are skipped by their length. */
function readFunction(bytes: Uint8Array): Reading {
  if (bytes.length < 5) return null;
  const length = 5 + word(bytes, 3);
  if (bytes.length < length) return null;
  const meaning = bytes[2] === 0x6b && bytes[5] === 0x31 ? readQr(bytes.slice(6, length)) : NOTHING;
  return { length, meaning };
}

function readQr(said: Uint8Array): Meaning {
  const value = said[1] ?? 0;
  switch (said[0]) {
    case 0x43:
      return { type: 'qr-module', dots: Math.min(16, Math.max(1, value)) };
    case 0x45:
      return { type: 'qr-correction', level: CORRECTION[value - 0x30] ?? 'L' };
    case 0x50:
      return { type: 'qr-store', data: said.slice(2) };
    case 0x51:
      return { type: 'qr-print' };
    default:
      return NOTHING;
  }
}

const word = (bytes: Uint8Array, at: number) => (bytes[at] ?? 0) + 256 * (bytes[at + 1] ?? 0);

/** Takes bytes as they arrive, split anywhere, and returns the complete commands. */
export function createCommandReader(): (chunk: Uint8Array) => readonly Command[] {
  let rest = new Uint8Array(0);
  return (chunk) => {
    const bytes = new Uint8Array(rest.length + chunk.length);
    bytes.set(rest);
    bytes.set(chunk, rest.length);
    const commands: Command[] = [];
    let at = 0;
    for (;;) {
      const reading = readCommand(bytes.subarray(at));
      if (reading === null) break;
      const raw = bytes.slice(at, at + reading.length);
      commands.push({ ...reading.meaning, raw });
      at += reading.length;
    }
    rest = bytes.slice(at);
    return commands;
  };
}
