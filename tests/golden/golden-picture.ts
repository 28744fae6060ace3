import type { Bitmap } from '@motcua/printing';
import { encodePng } from '@motcua/thermal-printer-simulator';
import { expect } from 'vitest';
import { readPicture } from '../../packages/printing/test/read-picture.ts';
import { goldenFile, HOW_TO_ACCEPT, writeActual } from './golden-file.ts';
import { compareDots } from './compare-dots.ts';

/**
 * Fails for every visible difference. Edges of letters may differ by a dot in few places, because
 * processors round differently; every difference is saved as a picture.
 */
export async function expectGoldenPicture(name: string, actual: Bitmap): Promise<void> {
  const png = encodePng(actual);
  const golden = await readPicture(goldenFile(name, png));
  const { visible, edges, allowedEdges, first, differences } = compareDots(golden, actual);
  if (visible === 0 && edges <= allowedEdges) return;
  const kept = writeActual(name, png);
  const shown = writeActual(name.replace(/\.png$/, '.difference.png'), encodePng(differences));
  const where = `tests/golden/${name} differs from ${kept}, first at ${first}: ${shown}. ${HOW_TO_ACCEPT}`;
  expect({ visible, edges }, where).toEqual({ visible: 0, edges: 0 });
}
