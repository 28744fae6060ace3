import type { Change, Missed, Role, Seq } from '@motcua/protocol';
import type { Hub } from '../../engine/hub.ts';
import { ROLES_IN_ORDER } from './answer-order.ts';
import {
  forRole,
  loadsOf,
  mayChangeMissed,
  missedOf,
  GETS_LOADS,
  GETS_MISSED,
} from './audience.ts';
import { createChunkedBroadcast } from './chunked-broadcast.ts';
import { createCoalescer } from './coalesce.ts';
import type { HubServer } from './hub-socket.ts';

/** What each role gets of changes, and of what follows from them. */
export interface Broadcast {
  readonly committed: (changes: readonly Change[]) => void;
  /** Called periodically: a visit may no longer be awaited, estimates may have changed. */
  readonly tick: () => void;
  readonly stop: () => void;
}

/** How often a role gets what follows from the changes, at most: how many wait, which visits are awaited. */
const SEND_INTERVAL_MS = 100;
/** So many at once get how many wait; a call does not queue behind all of them. */
const CHUNK_SIZE = 50;

/** Sends to the rooms of `io` that are named after a role. */
export function createBroadcast(io: HubServer, hub: Hub): Broadcast {
  const sentTo = new Map<Role, Seq>();
  const chunks = createChunkedBroadcast<string>(CHUNK_SIZE);
  const loads = createCoalescer(
    () => GETS_LOADS.forEach((role) => send(role, [])),
    SEND_INTERVAL_MS,
  );
  const missed = createCoalescer(sendMissed, SEND_INTERVAL_MS);
  let missedSent = '';

  /** Sends displays when a visit has missed a call, is back, or is no longer awaited; else nothing. */
  function sendMissed(): void {
    const now = missedOf(hub.state, hub.now());
    if (now.join(' ') === missedSent) return;
    missedSent = now.join(' ');
    GETS_MISSED.forEach((role) => send(role, [], now));
  }

  function send(role: Role, changes: readonly Change[], awaited: Missed | null = null): void {
    const { seq } = hub.state;
    const listeners = io.of('/').adapter.rooms.get(role);
    const from = sentTo.get(role) ?? 0;
    sentTo.set(role, seq);
    // Without receivers nothing is composed: a later one gets its start position with its snapshot.
    if (listeners === undefined) return;
    const getsLoads = GETS_LOADS.has(role);
    const message = {
      ...{ from, to: seq, at: hub.now(), changes },
      loads: getsLoads ? loadsOf(hub) : null,
      missed: awaited,
    };
    if (getsLoads) chunks.finish();
    if (getsLoads && changes.length === 0)
      chunks.send([...listeners], (some) => io.to(some).emit('changes', message));
    else io.to(role).emit('changes', message);
  }

  return {
    committed(changes) {
      for (const role of ROLES_IN_ORDER) {
        const visible = forRole(role, changes);
        if (visible.length > 0) send(role, visible);
      }
      loads.changed();
      if (mayChangeMissed(changes)) missed.changed();
    },
    tick() {
      missed.changed();
      loads.changed();
    },
    stop() {
      loads.stop();
      chunks.finish();
      missed.stop();
    },
  };
}
