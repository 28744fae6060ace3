import type { Result, VisitId } from '@motcua/domain';
import type { Change, TicketView } from '@motcua/protocol';
import type { Hub } from '../../engine/hub.ts';
import { ticketView } from '../../use-cases/step-out.ts';
import { createChunkedBroadcast } from './chunked-broadcast.ts';
import { createCoalescer } from './coalesce.ts';

/** Those who follow one number, as a visitor's phone does: each learns that one and nothing else. */
export interface Followers {
  /** What may be said of it now; from now on whatever becomes of it is told. Refuses what is no number of today. */
  readonly follow: (visitId: VisitId) => Result<TicketView>;
  /** Nobody follows it any more. */
  readonly unfollow: (visitId: VisitId) => void;
  /** Tells at once whose own turn it is, and soon whose place has moved. */
  readonly committed: (changes: readonly Change[]) => void;
  /** Time has passed: a place may have moved by itself. */
  readonly looked: () => void;
  readonly stop: () => void;
}

/** How often a place in line is told, at most. */
const PLACES_EVERY_MS = 1_000;
/** So many are looked at in one turn; a call does not stand behind all of them. */
const LOOKED_AT_ONCE = 50;

/** `tell` gets each number's news for whoever follows it; a refusal when the number is no longer known. */
export function createFollowers(
  { state, now }: Pick<Hub, 'state' | 'now'>,
  tell: (visitId: VisitId, view: Result<TicketView>) => void,
): Followers {
  const told = new Map<VisitId, string>();
  const slices = createChunkedBroadcast<VisitId>(LOOKED_AT_ONCE);
  const places = createCoalescer(
    () => slices.tell([...told.keys()], (some) => some.forEach(tellNews)),
    PLACES_EVERY_MS,
  );

  const viewOf = (visitId: VisitId) => ticketView({ state, at: now() }, { type: 'slip', visitId });

  function tellNews(visitId: VisitId): void {
    const before = told.get(visitId);
    if (before === undefined) return;
    const view = viewOf(visitId);
    const words = JSON.stringify(view);
    if (words === before) return;
    told.set(visitId, words);
    tell(visitId, view);
  }

  return {
    follow(visitId) {
      const view = viewOf(visitId);
      if (view.ok) told.set(visitId, JSON.stringify(view));
      return view;
    },
    unfollow: (visitId) => void told.delete(visitId),
    committed(changes) {
      if (told.size === 0) return;
      for (const change of changes) if (change.type === 'visit-changed') tellNews(change.visit.id);
      places.changed();
    },
    looked: () => places.changed(),
    stop() {
      places.stop();
      slices.finish();
    },
  };
}

const FOLLOWED = 'follows ';

/** Where all who follow one number are told of it. */
export function roomOf(visitId: VisitId): string {
  return `${FOLLOWED}${visitId}`;
}

export function visitIn(room: string): VisitId | null {
  return room.startsWith(FOLLOWED) ? (room.slice(FOLLOWED.length) as VisitId) : null;
}
