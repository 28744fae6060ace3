import { DRAWABLE_RANGES } from '@motcua/domain';
import { expect, it } from 'vitest';
import { drawableRanges } from './make-drawable-letters.ts';

it('the letters allowed in names are those in every font of slips and reports', () => {
  expect(DRAWABLE_RANGES).toEqual(drawableRanges());
});
