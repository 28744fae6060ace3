import type { DeviceId } from '@motcua/domain';
import type { KeyUse } from '@motcua/store';
import type { Hub } from '../engine/hub.ts';
import { recordAccess } from '../operations/record-access.ts';

/** Counts what is asked with API keys. Once a day is over, one row of the journal for each key says how often. */
export interface KeyUses {
  readonly count: (deviceId: DeviceId, isRefused: boolean) => void;
  /** The last day on which each key was used, up to now. */
  readonly latest: () => ReadonlyMap<DeviceId, KeyUse>;
  /** Called periodically: stores what was counted, and records the days that are over. */
  readonly tick: () => void;
  /** Stores what was counted; the journal gets it later. */
  readonly flush: () => void;
}

/** Counted in memory and stored every two seconds, so that no request waits for the disk. */
export function createKeyUses(hub: Hub): KeyUses {
  const { keyUses } = hub.store;
  const counted = new Map<string, KeyUse>();
  let isRecording = false;

  function flush(): void {
    for (const use of counted.values()) keyUses.add(use);
    counted.clear();
  }

  async function record(): Promise<void> {
    isRecording = true;
    for (const { deviceId, day, requests } of keyUses.unrecorded(hub.state.today)) {
      const by = { deviceId, deviceRole: 'program', personId: null, personRole: null } as const;
      await recordAccess(hub, 'key-used', day, by, requests);
      keyUses.setRecorded({ deviceId, day });
    }
    isRecording = false;
  }

  return {
    count(deviceId, isRefused) {
      const { today: day } = hub.state;
      const key = `${deviceId} ${day}`;
      const { requests, refused } = counted.get(key) ?? { requests: 0, refused: 0 };
      counted.set(key, {
        ...{ deviceId, day, lastAt: hub.now() },
        requests: requests + 1,
        refused: refused + (isRefused ? 1 : 0),
      });
    },
    latest() {
      flush();
      return new Map(keyUses.latest().map((use) => [use.deviceId, use]));
    },
    tick() {
      flush();
      if (!isRecording && keyUses.unrecorded(hub.state.today).length > 0) void record();
    },
    flush,
  };
}
