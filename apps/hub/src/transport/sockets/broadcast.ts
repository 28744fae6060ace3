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

/** What each role is told of changes, and of what follows from them. */
export interface Broadcast {
  readonly committed: (changes: readonly Change[]) => void;
  /** Time has passed: a visitor may no longer be awaited, estimates may have changed. */
  readonly looked: () => void;
  readonly stop: () => void;
}

/** How often a role is told what follows from the changes, at most: how many wait, who is awaited. */
const TELL_INTERVAL_MS = 100;
/** So many at once are told how many wait; a call does not stand behind all of them. */
const CHUNK_SIZE = 50;

/** Tells the rooms of `io` that are named after a role. */
export function createBroadcast(io: HubServer, hub: Hub): Broadcast {
  const sentTo = new Map<Role, Seq>();
  const chunks = createChunkedBroadcast<string>(CHUNK_SIZE);
  const loads = createCoalescer(
    () => TOLD_LOADS.forEach((role) => tell(role, [])),
    TELL_INTERVAL_MS,
  );
  const missed = createCoalescer(tellMissed, TELL_INTERVAL_MS);
  let missedTold = '';

  /** Tells displays when a visitor has missed a call, is back, or is no longer awaited; else nothing. */
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
    // Without listeners nothing is put into words: a later one is told from where on it hears.
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
