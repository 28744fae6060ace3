import type { Change, Missed, Role, Seq } from '@motcua/protocol';
import type { Hub } from '../../engine/hub.ts';
import { ROLES_IN_ORDER } from './answer-order.ts';
import {
  forRole,
  loadsOf,
  mayChangeMissed,
  missedOf,
  TOLD_LOADS,
  TOLD_MISSED,
} from './audience.ts';
import { createChunkedBroadcast } from './chunked-broadcast.ts';
import { createCoalescer } from './coalesce.ts';
import type { HubServer } from './hub-socket.ts';

/** What each role gets of changes, and of what follows from them. */
export interface Broadcast {
  readonly committed: (changes: readonly Change[]) => void;
  /** Called periodically: a visit may no longer be awaited, estimates may have changed. */
  readonly looked: () => void;
  readonly stop: () => void;
}

/** How often a role gets what follows from the changes, at most: how many wait, which visits are awaited. */
const TELL_INTERVAL_MS = 100;
/** So many at once get how many wait; a call does not queue behind all of them. */
const CHUNK_SIZE = 50;

/** Sends to the rooms of `io` that are named after a role. */
export function createBroadcast(io: HubServer, hub: Hub): Broadcast {
  const sentTo = new Map<Role, Seq>();
  const chunks = createChunkedBroadcast<string>(CHUNK_SIZE);
  const loads = createCoalescer(
    () => TOLD_LOADS.forEach((role) => tell(role, [])),
    TELL_INTERVAL_MS,
  );
  const missed = createCoalescer(tellMissed, TELL_INTERVAL_MS);
  let missedTold = '';

  /** Sends displays when a visit has missed a call, is back, or is no longer awaited; else nothing. */
  function tellMissed(): void {
    const now = missedOf(hub.state, hub.now());
    if (now.join(' ') === missedTold) return;
    missedTold = now.join(' ');
    TOLD_MISSED.forEach((role) => tell(role, [], now));
  }

  function tell(role: Role, changes: readonly Change[], awaited: Missed | null = null): void {
    const { seq } = hub.state;
    const listeners = io.of('/').adapter.rooms.get(role);
    const from = sentTo.get(role) ?? 0;
    sentTo.set(role, seq);
    // Without receivers nothing is composed: a later one gets its start position with its snapshot.
    if (listeners === undefined) return;
    const hearsLoads = TOLD_LOADS.has(role);
    const message = {
      ...{ from, to: seq, at: hub.now(), changes },
      loads: hearsLoads ? loadsOf(hub) : null,
      missed: awaited,
    };
    if (hearsLoads) chunks.finish();
    if (hearsLoads && changes.length === 0)
      chunks.tell([...listeners], (some) => io.to(some).emit('changes', message));
    else io.to(role).emit('changes', message);
  }

  return {
    committed(changes) {
      for (const role of ROLES_IN_ORDER) {
        const heard = forRole(role, changes);
        if (heard.length > 0) tell(role, heard);
      }
      loads.changed();
      if (mayChangeMissed(changes)) missed.changed();
    },
    looked() {
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
