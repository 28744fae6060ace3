import { uptime } from 'node:os';
import { createMachineClock, type MachineClock } from '@motcua/domain';

/** The clock of the computer that the hub runs on. */
export function clockOfThisComputer(): MachineClock {
  return createMachineClock({
    wall: () => Date.now(),
    awake: () => performance.now(),
    sinceBoot: () => uptime() * 1_000,
  });
}
