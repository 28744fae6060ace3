import type { PrinterStatus } from '../printer.ts';

/**
 * A reply of an ESC/POS printer:
 * - `real-time`: the answer to `DLE EOT n`; fixed bits 0xx1xx10.
 * - `paper`: the answer to `GS r 1`, given in order, after all that was sent before it; 0xx0xxxx.
 * - `unasked`: an automatic status of four bytes (`GS a`) that some printers send unsolicited; it
 *   begins 0xx1xx00.
 */
export type PrinterReply =
  | { readonly type: 'real-time'; readonly byte: number }
  | { readonly type: 'paper'; readonly nearEnd: boolean; readonly out: boolean }
  | { readonly type: 'unasked'; readonly status: PrinterStatus };

const ASB_LENGTH = 4;

/** Reads byte by byte; null while a reply is incomplete or the byte means nothing (XON, XOFF). */
export function createReplyReader(): (byte: number) => PrinterReply | null {
  let unasked: number[] = [];
  return (byte) => {
    if ((byte & 0x93) === 0x12) return { type: 'real-time', byte };
    if ((byte & 0x93) === 0x10) {
      unasked = [byte];
      return null;
    }
    if ((byte & 0x90) !== 0) return null;
    if (unasked.length > 0) {
      unasked.push(byte);
      if (unasked.length < ASB_LENGTH) return null;
      const status = automaticStatus(unasked);
      unasked = [];
      return { type: 'unasked', status };
    }
    return { type: 'paper', nearEnd: (byte & 0x03) !== 0, out: (byte & 0x0c) !== 0 };
  };
}

/** Bits of the first and third byte (Epson, `GS a`). */
function automaticStatus([printer = 0, , paper = 0]: readonly number[]): PrinterStatus {
  if ((printer & 0x20) !== 0) return 'cover-open';
  if ((paper & 0x0c) !== 0) return 'out-of-paper';
  if ((printer & 0x08) !== 0) return 'offline';
  return (paper & 0x03) === 0 ? 'ready' : 'near-end';
}
