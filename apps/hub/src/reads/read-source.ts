import type { Device, Instant, Person } from '@motcua/domain';
import type { Store } from '@motcua/store';
import { LiveSettings } from '../engine/live-settings.ts';

/** The source of a read: the hub itself, or its database opened a second time. */
export interface ReadSource {
  readonly store: Store;
  readonly state: {
    readonly settings: LiveSettings;
    readonly people: ReadonlyMap<string, Person>;
    readonly devices: ReadonlyMap<string, Device>;
  };
  readonly now: () => Instant;
}

/** A store as a source of reads: settings and names as they are stored now; `at` is the hub's time. */
export function readSourceOf(store: Store, at: Instant): ReadSource {
  const settings = new LiveSettings();
  for (const setting of store.tables.settings()) settings.put(setting);
  return {
    store,
    state: {
      settings,
      people: new Map(store.tables.people().map((person) => [person.id, person])),
      devices: new Map(store.tables.devices().map((device) => [device.id, device])),
    },
    now: () => at,
  };
}
