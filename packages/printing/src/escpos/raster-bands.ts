import type { Bitmap } from '../printer.ts';

/** Cheap printers corrupt pictures with more lines than fit into one byte. */
export const MAX_BAND_LINES = 255;

const HEADER_BYTES = 8;

/** The picture as consecutive `GS v 0` commands of at most 255 lines each. */
export function rasterBands({ widthDots, heightDots, bits }: Bitmap): Uint8Array {
  const rowBytes = Math.ceil(widthDots / 8);
  const bands = Math.ceil(heightDots / MAX_BAND_LINES);
  const out = new Uint8Array(bands * HEADER_BYTES + rowBytes * heightDots);
  let at = 0;
  for (let top = 0; top < heightDots; top += MAX_BAND_LINES) {
    const lines = Math.min(MAX_BAND_LINES, heightDots - top);
    out.set([0x1d, 0x76, 0x30, 0, rowBytes & 0xff, rowBytes >> 8, lines, 0], at);
    out.set(bits.subarray(top * rowBytes, (top + lines) * rowBytes), at + HEADER_BYTES);
    at += HEADER_BYTES + lines * rowBytes;
  }
  return out;
}
