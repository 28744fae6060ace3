/** Bytes that fit into versions 1 to 40 at error correction M, byte mode (ISO/IEC 18004, table 7). */
const CAPACITY_M = [
  14, 26, 42, 62, 84, 106, 122, 152, 180, 213, 251, 287, 331, 362, 412, 450, 504, 560, 624, 666,
  711, 779, 857, 911, 997, 1059, 1125, 1190, 1264, 1370, 1452, 1538, 1628, 1722, 1809, 1911, 1989,
  2099, 2213, 2331,
];

/** White modules required around a code (ISO/IEC 18004, 6.3.8). */
export const QUIET_MODULES = 4;
/** 0.375 mm at 203 dpi: below this, phones read thermal paper badly. */
const MIN_MODULE_DOTS = 3;

export interface QrSize {
  readonly version: number;
  readonly moduleDots: number;
  readonly sideDots: number;
}

/** The size of a code for this text with its quiet zone, or null when it cannot be read at this width. */
export function qrSize(data: string, moduleDots: number, maxSideDots: number): QrSize | null {
  const version = CAPACITY_M.findIndex((capacity) => utf8Length(data) <= capacity) + 1;
  if (version === 0) return null;
  const modules = 17 + 4 * version + 2 * QUIET_MODULES;
  const dots = Math.min(moduleDots, Math.floor(maxSideDots / modules));
  if (dots < MIN_MODULE_DOTS) return null;
  return { version, moduleDots: dots, sideDots: modules * dots };
}

function utf8Length(text: string): number {
  let length = 0;
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    length += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_0000 ? 3 : 4;
  }
  return length;
}
