import { networkInterfaces } from 'node:os';
import type { DeviceId, Instant } from '@motcua/domain';
import { confirmClock } from './clock-state.ts';
import type { Hub } from '../engine/hub.ts';
import { THE_HUB_ITSELF } from '../engine/hub-command.ts';
import type { Log } from '../operations/log.ts';
import { isLoopback } from '@motcua/http-limits';

/** So many other computers have to show the same time; a single one may be wrong, or stolen. */
const MIN_AGREEING = 2;
const SAME_TO_MS = 10 * 60_000;

/** Compares what the clocks of other computers show. */
export interface ClockAgreement {
  readonly compare: (deviceId: DeviceId, address: string | null, at: Instant) => void;
}

/**
 * A hub that was off for months believes its clock when two other computers show the same time, so that no person has to
 * confirm it. Only a person may confirm a clock that was set while the hub ran, which one time server can have done to
 * all computers, or one that sets the day back.
 */
export function createClockAgreement(
  hub: Pick<Hub, 'clock' | 'execute' | 'now'>,
  log: Log,
  isHere: (address: string) => boolean = isThisComputer,
): ClockAgreement {
  const agreeing = new Map<string, DeviceId>();
  let asked = false;
  return {
    compare(deviceId, address, at) {
      const problem = hub.clock.problem();
      if (problem?.kind !== 'ahead' || !problem.fromStart) return agreeing.clear();
      if (address === null || isHere(address)) return;
      if (Math.abs(at - problem.wall) > SAME_TO_MS) return void agreeing.delete(address);
      agreeing.set(address, deviceId);
      if (asked || new Set(agreeing.values()).size < MIN_AGREEING) return;
      asked = true;
      const devices = [...agreeing.values()];
      log.warn({ devices }, 'other computers show the same time: the clock is believed');
      void confirmClock(hub, THE_HUB_ITSELF).finally(() => {
        asked = false;
      });
    },
  };
}

function isThisComputer(address: string): boolean {
  const plain = address.replace(/^::ffff:/, '');
  const own = Object.values(networkInterfaces()).flatMap((each) => each ?? []);
  return isLoopback(address) || own.some((each) => each.address === plain);
}
