/**
 * What an ESC/POS printer says, byte by byte:
 * - `real-time`: the answer to `DLE EOT n`; fixed bits 0xx1xx10.
 * - `paper`: the answer to `GS r 1`, given in order, after all that was sent before it; 0xx0xxxx.
 * - `unasked`: an automatic status of four bytes that some printers send when they like; it begins 0xx1xx00.
 */
export type PrinterReply =
  | { readonly type: 'real-time'; readonly byte: number }
  | { readonly type: 'paper'; readonly nearEnd: boolean; readonly out: boolean }
  | { readonly type: 'unasked' };

const ASB_LENGTH = 4;

/** Reads one byte after another; null while a reply is incomplete or the byte means nothing (XON, XOFF). */
export function createReplyReader(): (byte: number) => PrinterReply | null {
  let unaskedLeft = 0;
  return (byte) => {
    if ((byte & 0x93) === 0x12) return { type: 'real-time', byte };
    if ((byte & 0x93) === 0x10) {
      unaskedLeft = ASB_LENGTH - 1;
      return null;
    }
    if ((byte & 0x90) !== 0) return null;
    if (unaskedLeft > 0) {
      unaskedLeft -= 1;
      return unaskedLeft === 0 ? { type: 'unasked' } : null;
    }
    return { type: 'paper', nearEnd: (byte & 0x03) !== 0, out: (byte & 0x0c) !== 0 };
  };
}
