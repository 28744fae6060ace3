import { expect, it } from 'vitest';
import { minutesAfterT0 } from '../builders.ts';
import { UNDO_MS, undoLeftMs } from './undo-window.ts';

const NOW = minutesAfterT0(30);

it('leaves ten seconds to undo an action, however the clocks disagree', () => {
  const left = (ms: number) => undoLeftMs(NOW, (NOW + ms) as typeof NOW);
  expect([0, 9_999, 10_000, 60_000, -5_000].map(left)).toEqual([UNDO_MS, 1, 0, 0, UNDO_MS]);
});
