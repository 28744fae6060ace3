import type { Instant } from '../ids.ts';
import type { MachineClock } from './trusted-clock.ts';

/** What the operating system is asked, in milliseconds. */
export interface SystemTimes {
  readonly wall: () => number;
  /** Exact, and stands still while the computer sleeps (Linux). */
  readonly awake: () => number;
  /** Costs a file to read, and counts sleep as well. */
  readonly sinceBoot: () => number;
}

/** Both are read one after another. */
const EXACT_TO_MS = 1_000;

/** The computer's clock, and how much time passed; after a weekend of sleep both say the same. */
export function createMachineClock({ wall, awake, sinceBoot }: SystemTimes): MachineClock {
  const bootedBefore = sinceBoot() - awake();
  let apart = wall() - awake();
  let sleptMs = 0;
  return {
    wall: () => Math.floor(wall()) as Instant,
    uptimeMs() {
      const at = awake();
      const now = wall() - at;
      // They part only by sleep, or when the clock is set.
      if (Math.abs(now - apart) > EXACT_TO_MS) {
        apart = now;
        const slept = sinceBoot() - at - bootedBefore;
        if (slept - sleptMs > EXACT_TO_MS) sleptMs = slept;
      }
      return at + sleptMs;
    },
  };
}
