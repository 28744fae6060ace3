import { emptyMirror, type HubState, type Mirror } from '@motcua/client';
import type { KioskStore } from './kiosk-store.ts';

/** What the kiosk knows of the centre: from the hub, or stored before a restart without it. */
export interface KnownCentre {
  /** The hub's state; until the hub was reached since the start, with the stored mirror and clock. */
  readonly state: () => HubState;
  /** Stores what the hub sent. */
  readonly learn: () => void;
}

type Kept = Pick<Mirror, 'settings' | 'today' | 'deviceId' | 'loads'> & {
  readonly devices: readonly (readonly [string, unknown])[];
  readonly clockOffsetMs: number;
};

/** A cache only: the kiosk's own numbers are stored separately and durably. */
export function createKnownCentre(
  hub: { readonly getState: () => HubState },
  store: Pick<KioskStore, 'recall' | 'remember'>,
): KnownCentre {
  const before = read<Kept>(store.recall('centre'));
  let learned: Mirror | null = null;
  let wasLive = false;

  function keep(
    { settings, today, deviceId, loads, devices }: Mirror,
    clockOffsetMs: number,
  ): void {
    const kept: Kept = { settings, today, deviceId, loads, devices: [...devices], clockOffsetMs };
    store.remember('centre', JSON.stringify(kept));
  }

  return {
    state() {
      const state = hub.getState();
      if (state.mirror !== null || before === null) return state;
      const connection = state.connection === 'connecting' ? 'offline' : state.connection;
      const clockOffsetMs =
        state.lastMessageAt === null ? before.clockOffsetMs : state.clockOffsetMs;
      return { ...state, connection, clockOffsetMs, mirror: mirrorOf(before) };
    },
    learn() {
      const { mirror, connection, clockOffsetMs } = hub.getState();
      const isLive = connection === 'live';
      if (mirror !== null && mirror !== learned) {
        // The loads change with every ticket; they are written when the connection is lost.
        const isNew =
          learned?.settings !== mirror.settings ||
          learned.devices !== mirror.devices ||
          learned.today !== mirror.today;
        learned = mirror;
        if (isNew) keep(mirror, clockOffsetMs);
      }
      if (wasLive && !isLive && mirror !== null) keep(mirror, clockOffsetMs);
      wasLive = isLive;
    },
  };
}

function mirrorOf({ settings, today, deviceId, loads, devices }: Kept): Mirror {
  return {
    ...emptyMirror(settings, today),
    ...{ deviceId, loads },
    devices: new Map(devices as [never, never][]),
  };
}

function read<T>(text: string | null): T | null {
  return text === null ? null : (JSON.parse(text) as T);
}
