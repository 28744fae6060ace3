import type { Bitmap } from '@motcua/printing';

export interface DotDifference {
  /** Dots without an adjacent dot of their colour in the other picture: a mark is missing, or added. */
  readonly visible: number;
  /** Dots by which an edge has moved. */
  readonly edges: number;
  readonly allowedEdges: number;
  /** `x, y` of the first difference, null when there is none. */
  readonly first: string | null;
  readonly differences: Bitmap;
}

/** One of two thousand: less than the ink of one line of small letters. */
const EDGES_OF_ALL = 1 / 2000;

/** The differences of two pictures. Pictures of different sizes differ visibly in every additional dot. */
export function compareDots(golden: Bitmap, actual: Bitmap): DotDifference {
  const widthDots = Math.max(golden.widthDots, actual.widthDots);
  const heightDots = Math.max(golden.heightDots, actual.heightDots);
  const rowBytes = Math.ceil(widthDots / 8);
  const bits = new Uint8Array(rowBytes * heightDots);
  let visible = 0;
  let edges = 0;
  let first: string | null = null;
  for (let y = 0; y < heightDots; y += 1)
    for (let x = 0; x < widthDots; x += 1) {
      const [was, is] = [isBlack(golden, x, y), isBlack(actual, x, y)];
      if (was === is) continue;
      first ??= `${x}, ${y}`;
      bits[y * rowBytes + (x >> 3)] = (bits[y * rowBytes + (x >> 3)] ?? 0) | (0x80 >> (x & 7));
      // A black dot is a moved edge when the other picture has an adjacent black one, and a white one likewise.
      const sameBeside = hasBeside(golden, x, y, is) && hasBeside(actual, x, y, was);
      if (sameBeside) edges += 1;
      else visible += 1;
    }
  const allowedEdges = Math.floor(widthDots * heightDots * EDGES_OF_ALL);
  const differences = { widthDots, heightDots, bits };
  return { visible, edges, allowedEdges, first, differences };
}

/** Null outside of the picture. */
function isBlack({ widthDots, heightDots, bits }: Bitmap, x: number, y: number): boolean | null {
  if (x < 0 || y < 0 || x >= widthDots || y >= heightDots) return null;
  return ((bits[y * Math.ceil(widthDots / 8) + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) !== 0;
}

function hasBeside(picture: Bitmap, x: number, y: number, black: boolean | null): boolean {
  for (let dy = -1; dy <= 1; dy += 1)
    for (let dx = -1; dx <= 1; dx += 1)
      if (isBlack(picture, x + dx, y + dy) === black && black !== null) return true;
  return false;
}
