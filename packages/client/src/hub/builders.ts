import { someSettings, TODAY } from '@motcua/domain/builders';
import { emptyMirror, type Mirror } from '../mirror/mirror.ts';

/** A centre in which nothing has happened yet. */
export const aMirror = (overrides: Partial<Mirror> = {}): Mirror => ({
  ...emptyMirror(someSettings(), TODAY),
  seq: 1,
  ...overrides,
});
