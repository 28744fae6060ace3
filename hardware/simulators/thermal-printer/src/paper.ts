import type { BlackAndWhite } from './png.ts';

/** A strip of paper that grows while it is printed on. */
export interface Paper {
  readonly widthDots: number;
  readonly heightDots: () => number;
  /** Whether any dot is black. */
  readonly isPrinted: () => boolean;
  readonly feed: (dots: number) => void;
  /** Prints one line of dots, cropped at the edge. */
  readonly line: (bits: Uint8Array, left?: number) => void;
  /** What was printed so far; the strip starts again. */
  readonly tear: () => BlackAndWhite;
}

/** No slip is longer than 4 m; noise may ask for any length. */
const MAX_DOTS = 32_000;
/** Space for a usual slip, so that the buffer need not grow. */
const USUAL_LINES = 1700;

export function createPaper(widthDots: number): Paper {
  const rowBytes = Math.ceil(widthDots / 8);
  let bits = new Uint8Array(rowBytes * USUAL_LINES);
  let height = 0;
  let printed = false;

  function grow(lines: number): void {
    height = Math.min(MAX_DOTS, height + lines);
    if (height * rowBytes <= bits.length) return;
    const larger = new Uint8Array(Math.max(bits.length * 2, height * rowBytes));
    larger.set(bits);
    bits = larger;
  }

  return {
    widthDots,
    heightDots: () => height,
    isPrinted: () => printed,
    feed: grow,
    line(dots, left = 0) {
      grow(1);
      const start = (height - 1) * rowBytes;
      if (left === 0 && widthDots % 8 === 0) {
        const fitting = dots.subarray(0, rowBytes);
        bits.set(fitting, start);
        printed ||= fitting.some((byte) => byte !== 0);
        return;
      }
      for (let x = 0; x < dots.length * 8 && left + x < widthDots; x += 1) {
        if (((dots[x >> 3] ?? 0) & (0x80 >> (x & 7))) === 0) continue;
        const at = start + ((left + x) >> 3);
        bits[at] = (bits[at] ?? 0) | (0x80 >> ((left + x) & 7));
        printed = true;
      }
    },
    tear() {
      const torn = { widthDots, heightDots: height, bits: bits.slice(0, height * rowBytes) };
      bits = new Uint8Array(rowBytes * USUAL_LINES);
      height = 0;
      printed = false;
      return torn;
    },
  };
}
