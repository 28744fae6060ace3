import { expect, it } from 'vitest';
import { clockOfThisComputer } from './machine-clock.ts';

it('reads the time of this computer, and its uptime', () => {
  const machine = clockOfThisComputer();
  expect(Math.abs(machine.wall() - Date.now())).toBeLessThan(60_000);
  expect(machine.uptimeMs()).toBeGreaterThan(0);
});
