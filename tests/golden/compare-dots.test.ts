import type { Bitmap } from '@motcua/printing';
import { encodePng } from '@motcua/thermal-printer-simulator';
import { describe, expect, it } from 'vitest';
import { readPicture } from '../../packages/printing/test/read-picture.ts';
import { compareDots } from './compare-dots.ts';

/** Rows of `#` and `.`, on white paper of 64 × 64 dots. */
function aPicture(...rows: readonly string[]): Bitmap {
  const bits = new Uint8Array(8 * 64);
  for (const [y, row] of rows.entries())
    for (const [x, dot] of [...row].entries())
      if (dot === '#') bits[y * 8 + (x >> 3)] = (bits[y * 8 + (x >> 3)] ?? 0) | (0x80 >> (x & 7));
  return { widthDots: 64, heightDots: 64, bits };
}

const stem = aPicture('', '..##..', '..##..', '..##..');

describe('two pictures', () => {
  it('without differences are equal', () => {
    expect(compareDots(stem, stem)).toMatchObject({ visible: 0, edges: 0, first: null });
  });

  it('differ in edges where a letter is a dot wider', () => {
    const wider = aPicture('', '..##..', '..###.', '..##..');
    expect(compareDots(stem, wider)).toMatchObject({ visible: 0, edges: 1, first: '4, 2' });
  });

  it('differ visibly where a mark is missing or added', () => {
    const marked = aPicture('', '..##..', '..##..', '..##..', '', '', '..##..', '..##..');
    expect(compareDots(marked, stem)).toMatchObject({ visible: 4, first: '2, 6' });
    expect(compareDots(stem, marked).visible).toBe(4);
  });

  it('differ in more edges than are allowed where a line has moved', () => {
    const long = '#'.repeat(60);
    const moved = compareDots(aPicture('', long, long), aPicture('', '', long, long));
    expect(moved.edges).toBeGreaterThan(moved.allowedEdges);
  });

  it('differ visibly when one is longer', () => {
    const longer = { ...stem, heightDots: 65, bits: new Uint8Array(8 * 65) };
    longer.bits.set(stem.bits);
    expect(compareDots(stem, longer).visible).toBe(64);
  });
});

describe('a picture', () => {
  it('is the same after it was saved to a file', async () => {
    expect(await readPicture(encodePng(stem))).toEqual(stem);
  });
});
