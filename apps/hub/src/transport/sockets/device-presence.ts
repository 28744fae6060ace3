import { randomUUID } from 'node:crypto';
import { type DeviceId, UNKNOWN_CONDITION } from '@motcua/domain';
import { hubCommandId } from '@motcua/protocol';
import type { Hub } from '../../engine/hub.ts';

/** After so many checks without a connection the state of a device is unknown; it reports it again when it is back. */
export const CHECKS_UNTIL_UNKNOWN = 5;

export interface DevicePresence {
  /** Called periodically; `here` are the devices that are connected now. */
  readonly tick: (here: ReadonlySet<DeviceId>) => void;
}

/** Clears the reported state of absent devices: a screen that is switched off has no sound. */
export function createDevicePresence(hub: Pick<Hub, 'state' | 'execute'>): DevicePresence {
  const checks = new Map<DeviceId, number>();

  function forget(deviceId: DeviceId): void {
    const { role: deviceRole } = hub.state.devices.get(deviceId) ?? {};
    if (deviceRole === undefined) return;
    const commandId = hubCommandId(randomUUID());
    void hub.execute(
      { commandId, type: 'report-condition', condition: UNKNOWN_CONDITION },
      { deviceId, deviceRole, personId: null, personRole: null },
    );
  }

  return {
    tick(here) {
      for (const { id, revoked, condition } of hub.state.devices.values()) {
        const isUnknown = condition.printer === null && condition.sound === null;
        const count = revoked || isUnknown || here.has(id) ? 0 : (checks.get(id) ?? 0) + 1;
        checks.set(id, count);
        if (count === CHECKS_UNTIL_UNKNOWN) forget(id);
      }
    },
  };
}
