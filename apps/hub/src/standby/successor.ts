import type { Hub } from '../engine/hub.ts';
import { askHealth } from './ask-health.ts';

const CHECK_INTERVAL_MS = 5_000;

/** Whether a standby was promoted while this hub was away or cut off. Then this one must give no more numbers. */
export interface SuccessorWatch {
  /** Null: this is the valid hub, as far as is known. */
  readonly address: () => string | null;
  /** Asks at the second address. */
  readonly check: () => Promise<void>;
  readonly tick: () => void;
}

export function createSuccessorWatch(
  hub: Pick<Hub, 'state' | 'store' | 'now'>,
  onSuperseded: () => void,
  ask: typeof askHealth = askHealth,
): SuccessorWatch {
  const own = hub.store.history.read();
  let successor: string | null = null;
  let checkedAt = -Infinity;

  async function check(): Promise<void> {
    // Read each time: after a fault the hub has another state.
    const { standbyAddress } = hub.state.settings.safekeeping;
    checkedAt = hub.now();
    if (standbyAddress === null || successor !== null) return;
    const there = await ask(standbyAddress);
    if (there === null || there.database !== own.database || there.epoch <= own.epoch) return;
    successor = standbyAddress;
    onSuperseded();
  }

  return {
    address: () => successor,
    check,
    tick() {
      if (Math.abs(hub.now() - checkedAt) >= CHECK_INTERVAL_MS) void check();
    },
  };
}
