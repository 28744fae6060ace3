import { refuse, type Result, type VisitId } from '@motcua/domain';
import type { Change, ClientToHub, TicketView } from '@motcua/protocol';
import { parseSlip } from '@motcua/protocol/parse';
import type { Hub } from '../../engine/hub.ts';
import { ticketView } from '../../use-cases/visits/step-out.ts';
import { createChunkedBroadcast } from './chunked-broadcast.ts';
import { createCoalescer } from './coalesce.ts';
import type { Connection, HubServer } from './hub-socket.ts';

/** Clients that watch one ticket, as a visitor's phone does: each gets that one and nothing else. */
export interface TicketSubscriptions {
  /** What may be shown of it now; later states are sent. Refuses what is no number of today. */
  readonly subscribe: (visitId: VisitId) => Result<TicketView>;
  /** No client watches it any more. */
  readonly unsubscribe: (visitId: VisitId) => void;
  /** Sends at once when the visit itself has changed, and soon when its place has. */
  readonly committed: (changes: readonly Change[]) => void;
  /** Called periodically: a place may have moved with time. */
  readonly tick: () => void;
  readonly stop: () => void;
}

interface SubscribeRequest {
  readonly request: (
    connection: Connection,
    message: unknown,
    reply: Parameters<ClientToHub['follow']>[1],
  ) => void;
}

/** How often a place in line is sent, at most. */
const PLACES_INTERVAL_MS = 1_000;
/** So many are computed in one turn; a call does not queue behind all of them. */
const CHUNK_SIZE = 50;

/** `send` gets each ticket's state for its subscribers; a refusal when the number is no longer known. */
function createTicketSubscriptions(
  { state, now }: Pick<Hub, 'state' | 'now'>,
  send: (visitId: VisitId, view: Result<TicketView>) => void,
): TicketSubscriptions {
  const sent = new Map<VisitId, string>();
  const broadcast = createChunkedBroadcast<VisitId>(CHUNK_SIZE);
  const places = createCoalescer(
    () => broadcast.send([...sent.keys()], (some) => some.forEach(sendNews)),
    PLACES_INTERVAL_MS,
  );

  const viewOf = (visitId: VisitId) => ticketView({ state, at: now() }, { type: 'slip', visitId });

  function sendNews(visitId: VisitId): void {
    const before = sent.get(visitId);
    if (before === undefined) return;
    const view = viewOf(visitId);
    const words = JSON.stringify(view);
    if (words === before) return;
    sent.set(visitId, words);
    send(visitId, view);
  }

  return {
    subscribe(visitId) {
      const view = viewOf(visitId);
      if (view.ok) sent.set(visitId, JSON.stringify(view));
      return view;
    },
    unsubscribe: (visitId) => void sent.delete(visitId),
    committed(changes) {
      if (sent.size === 0) return;
      for (const change of changes) if (change.type === 'visit-changed') sendNews(change.visit.id);
      places.changed();
    },
    tick: () => places.changed(),
    stop() {
      places.stop();
      broadcast.finish();
    },
  };
}

const ROOM_PREFIX = 'ticket ';

function roomOf(visitId: VisitId): string {
  return `${ROOM_PREFIX}${visitId}`;
}

/** Followers in a room of `io` for each number. */
export function createSubscriptionRooms(
  io: HubServer,
  hub: Hub,
): TicketSubscriptions & SubscribeRequest {
  const subscriptions = createTicketSubscriptions(hub, (visitId, view) => {
    const room = io.to(roomOf(visitId));
    room.emit('ticket', view);
    // Its day is over.
    if (!view.ok) room.disconnectSockets(true);
  });
  io.of('/').adapter.on('delete-room', (room: string) => {
    if (room.startsWith(ROOM_PREFIX))
      subscriptions.unsubscribe(room.slice(ROOM_PREFIX.length) as VisitId);
  });

  return {
    ...subscriptions,
    // The code on a slip cannot be guessed: it gives access to its number, and needs no name.
    request({ socket, mayAsk, dropIdentity }, message, reply) {
      if (!mayAsk()) return reply(refuse('too-many-requests'));
      if (socket.data.role !== undefined) return reply(refuse('role-not-allowed'));
      const slip = parseSlip(message);
      if (!slip.ok) return reply(slip);
      const { visitId } = slip.value;
      dropIdentity();
      const view = subscriptions.subscribe(visitId);
      if (view.ok) {
        socket.data = { subscribedTo: visitId };
        void socket.join(roomOf(visitId));
      }
      reply(view);
    },
  };
}
