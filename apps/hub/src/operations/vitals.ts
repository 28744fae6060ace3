import type { DeviceId } from '@motcua/domain';
import type { Beat } from '@motcua/protocol';
import type { DeviceVitals } from '@motcua/protocol/http';
import type { ClockAgreement } from '../clock/clock-agreement.ts';
import type { Hub } from '../engine/hub.ts';

export interface Vitals {
  readonly reported: (deviceId: DeviceId, address: string | null, beat?: Beat) => void;
  /** Its transport, as soon as that is settled. */
  readonly linked: (deviceId: DeviceId, webSocketBlocked: boolean) => void;
  /** Of devices that reported since the hub started; only in memory, since after a start every device reports again. */
  readonly all: () => readonly DeviceVitals[];
}

export function createVitals(
  { now, onCommitted }: Pick<Hub, 'now' | 'onCommitted'>,
  agreement: Pick<ClockAgreement, 'compare'> = { compare: () => undefined },
): Vitals {
  const known = new Map<DeviceId, DeviceVitals>();

  function learn(deviceId: DeviceId, part: Partial<DeviceVitals>): void {
    const before = known.get(deviceId) ?? {
      address: null,
      clockAheadMs: null,
      version: null,
      freeBytes: null,
      lastCallHeardAt: null,
      webSocketBlocked: false,
    };
    known.set(deviceId, { ...before, deviceId, heardAt: now(), ...part });
  }

  onCommitted((changes) => {
    for (const change of changes) {
      if (change.type !== 'announcement-changed' || change.announcement.state !== 'played')
        continue;
      if (change.by.deviceId !== null) learn(change.by.deviceId, { lastCallHeardAt: change.at });
    }
  });

  return {
    reported(deviceId, address, beat) {
      if (beat !== undefined) agreement.compare(deviceId, address, beat.at);
      learn(deviceId, {
        address,
        ...(beat === undefined
          ? {}
          : { clockAheadMs: beat.at - now(), version: beat.version, freeBytes: beat.freeBytes }),
      });
    },
    linked(deviceId, webSocketBlocked) {
      const before = known.get(deviceId);
      if (before !== undefined) known.set(deviceId, { ...before, webSocketBlocked });
    },
    all: () => [...known.values()],
  };
}
