import type { Hub } from '../engine/hub.ts';
import { askHealth } from './ask-health.ts';

const LOOK_EVERY_MS = 5_000;

/** Whether a standby was promoted while this hub was away or cut off. Then this one must give no more numbers. */
export interface SuccessorWatch {
  /** Null: this is the valid hub, as far as is known. */
  readonly address: () => string | null;
  /** Asks at the second address. */
  readonly look: () => Promise<void>;
  readonly looked: () => void;
}

export function createSuccessorWatch(
  hub: Pick<Hub, 'state' | 'store' | 'now'>,
  onSuperseded: () => void,
  ask: typeof askHealth = askHealth,
): SuccessorWatch {
  const own = hub.store.history.read();
  let successor: string | null = null;
  let lookedAt = -Infinity;

  async function look(): Promise<void> {
    // Read each time: after a fault the hub has another state.
    const { standbyAddress } = hub.state.settings.safekeeping;
    lookedAt = hub.now();
    if (standbyAddress === null || successor !== null) return;
    const there = await ask(standbyAddress);
    if (there === null || there.database !== own.database || there.epoch <= own.epoch) return;
    successor = standbyAddress;
    onSuperseded();
  }

  return {
    address: () => successor,
    look,
    looked() {
      if (Math.abs(hub.now() - lookedAt) >= LOOK_EVERY_MS) void look();
    },
  };
}
