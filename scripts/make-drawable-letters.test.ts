import { DRAWABLE_RANGES } from '@motcua/domain';
import { expect, it } from 'vitest';
import { drawableRanges } from './make-drawable-letters.ts';

it('the letters that names may have are those that every font of slip and report has', () => {
  expect(DRAWABLE_RANGES).toEqual(drawableRanges());
});
