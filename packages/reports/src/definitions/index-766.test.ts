import { DOSSIER_FIGURES, VISIT_FIGURES } from '@motcua/protocol/http';
import { expect, it } from 'vitest';
import { INDEX_766 } from './index-766.ts';

it('names each subject once, and a figure only where its source has it', () => {
  expect(new Set(INDEX_766.map(({ id }) => id)).size).toBe(8);
  for (const line of INDEX_766) {
    if (line.source === 'not-known') continue;
    const from = line.source === 'here' ? VISIT_FIGURES : DOSSIER_FIGURES;
    expect(line.figures.filter((figure) => !(figure in from))).toEqual([]);
    expect(line.figures.length).toBeGreaterThan(0);
  }
});
