import { expect, it } from 'vitest';
import { clockOfThisComputer } from './machine-clock.ts';

it('knows the time of this computer, and that it was started', () => {
  const machine = clockOfThisComputer();
  expect(Math.abs(machine.wall() - Date.now())).toBeLessThan(60_000);
  expect(machine.uptimeMs()).toBeGreaterThan(0);
});
