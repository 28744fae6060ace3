import { expect, it } from 'vitest';
import { loudnessOf, wasHeard } from './loudness.ts';

it('measures the root mean square', () => {
  expect(loudnessOf(Float32Array.of(0.5, -0.5, 0.5, -0.5))).toBeCloseTo(0.5);
  expect(loudnessOf(new Float32Array(8))).toBe(0);
  expect(loudnessOf(new Float32Array())).toBe(0);
});

it('accepts a sentence with pauses as audible, but not silence or a single click', () => {
  expect(wasHeard([0, 0.1, 0.2, 0, 0.1, 0])).toBe(true);
  expect(wasHeard([0, 0, 0])).toBe(false);
  expect(wasHeard([0.9, 0, 0, 0, 0, 0, 0, 0])).toBe(false);
  expect(wasHeard([])).toBe(false);
});
