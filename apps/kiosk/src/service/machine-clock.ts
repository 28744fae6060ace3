import { uptime } from 'node:os';
import { createMachineClock, createTrustedClock, type Instant } from '@motcua/domain';

/**
 * The kiosk's time. Its clock may be set while the hub is away, and no ticket shall be of a day that is not; what is
 * between it and the hub's time, the hub tells.
 */
export function timeOfThisKiosk(): () => Instant {
  const machine = createMachineClock({
    wall: () => Date.now(),
    awake: () => performance.now(),
    sinceBoot: () => uptime() * 1_000,
  });
  return createTrustedClock(machine, null).now;
}
