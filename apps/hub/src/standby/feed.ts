import {
  markAt,
  readRows,
  type RowWatch,
  sharedTables,
  type TableChange,
  watchRows,
} from '@motcua/store';
import type { Hub } from '../engine/hub.ts';
import type { ReplicationPosition } from '@motcua/protocol/http';
import type { FeedLine } from './feed-line.ts';
import { positionOf } from './replication-position.ts';

/** A follower is never a second behind: it gets every commit at once, and a heartbeat four times a second. */
const HEARTBEAT_INTERVAL_MS = 250;

/** Tables that grow with every ticket; of these a follower gets only what it lacks. */
const GROWING: ReadonlySet<string> = new Set(['journal', 'visit']);

export interface Follower {
  readonly send: (line: FeedLine) => void;
  /** Nothing more will be sent. */
  readonly end: () => void;
}

/** Sends followers what the hub stores. */
export interface Feed {
  /** Sends where it begins, and from then on everything, until the returned function is called. */
  readonly open: (position: ReplicationPosition | null, follower: Follower) => () => void;
  readonly followers: () => number;
  readonly stop: () => void;
}

export function createFeed(hub: Hub, fault: (cause: unknown) => void): Feed {
  const { db, history } = hub.store;
  const followers = new Set<Follower>();
  let watch: RowWatch | null = null;
  let timer: NodeJS.Timeout | null = null;

  const sendToAll = (line: FeedLine) => {
    for (const { send } of followers) send(line);
  };

  function flush(): void {
    // A failing follower does not fail commits; it reconnects and catches up.
    try {
      const changes = watch?.take() ?? [];
      if (changes.length > 0) sendToAll({ type: 'rows', seq: hub.state.seq, changes });
    } catch (cause) {
      fault(cause);
    }
  }

  function watchFromNowOn(): void {
    watch ??= watchRows(db);
    timer ??= setInterval(() => {
      flush();
      sendToAll({ type: 'beat', seq: hub.state.seq });
    }, HEARTBEAT_INTERVAL_MS);
  }

  function rest(): void {
    if (timer !== null) clearInterval(timer);
    timer = null;
    watch?.stop();
    watch = null;
  }

  hub.onStored(() => {
    if (followers.size > 0) flush();
  });

  return {
    open(position, follower) {
      const { send } = follower;
      const here = positionOf(db);
      const how = position !== null && canGoOn(position, here, db) ? 'go-on' : 'copy';
      send({ type: 'begin', history: history.read(), version: here.version, how });
      if (position === null || how === 'copy') {
        follower.end();
        return () => {};
      }
      watchFromNowOn();
      flush();
      send(catchUp(position.seq));
      followers.add(follower);
      return () => {
        followers.delete(follower);
        if (followers.size === 0) rest();
      };
    },
    followers: () => followers.size,
    stop() {
      for (const { end } of followers) end();
      followers.clear();
      rest();
    },
  };

  function catchUp(seq: number): FeedLine {
    const tables = sharedTables(db);
    const changes: TableChange[] = [];
    for (const table of tables)
      changes.push(
        ...readRows(db, table, GROWING.has(table.name) ? { where: `seq > ${seq}` } : {}),
      );
    const whole = tables.map(({ name }) => name).filter((name) => !GROWING.has(name));
    return { type: 'catch-up', seq: hub.state.seq, whole, changes };
  }
}

/** Not across a midnight: what was deleted there, or purged, is in no journal. */
function canGoOn(
  position: ReplicationPosition,
  here: ReplicationPosition,
  db: Hub['store']['db'],
): boolean {
  return (
    position.database === here.database &&
    position.epoch === here.epoch &&
    position.version === here.version &&
    position.day === here.day &&
    position.seq <= here.seq &&
    position.mark === markAt(db, position.seq)
  );
}
