import type { VisitId } from '@motcua/domain';
import type { ClientToHub, HubToClient, Role } from '@motcua/protocol';
import type { Server, Socket } from 'socket.io';
import type { Identity } from '../../engine/hub-command.ts';

/** What is known of a socket's client. */
export interface Known {
  role?: Role;
  /** The one ticket that a visitor's phone watches. */
  subscribedTo?: VisitId;
  identity?: Identity;
  /** A command came since the last check. */
  isUsed?: boolean;
}
export type HubSocket = Socket<ClientToHub, HubToClient, Record<string, never>, Known>;
export type HubServer = Server<ClientToHub, HubToClient, Record<string, never>, Known>;

/** A socket, and its limits. */
export interface Connection {
  readonly socket: HubSocket;
  /** Counts each message of this connection. */
  readonly mayAsk: () => boolean;
  /** Drops its identity, before it may get another. */
  readonly dropIdentity: () => void;
}

/** Sends why, and ignores everything that follows. */
export function turnAway(
  socket: HubSocket,
  reason: Parameters<HubToClient['turned-away']>[0],
): void {
  socket.emit('turned-away', reason);
  leaveRooms(socket);
  // What is on its way to it still leaves; later messages of it are ignored.
  socket.disconnect(true);
}

/**
 * Limits sockets without an identity, also after one was dropped. Returns what makes a socket
 * unauthenticated again, which gains it no time.
 */
export function cutUnidentified(socket: HubSocket, withinMs: number): () => void {
  const isUnidentified = () =>
    socket.data.role === undefined && socket.data.subscribedTo === undefined;
  const wait = () => setTimeout(() => isUnidentified() && socket.disconnect(true), withinMs);
  let timer = wait();
  socket.once('disconnect', () => clearTimeout(timer));
  return () => {
    if (isUnidentified()) return;
    leaveRooms(socket);
    clearTimeout(timer);
    timer = wait();
  };
}

function leaveRooms(socket: HubSocket): void {
  for (const room of socket.rooms) if (room !== socket.id) void socket.leave(room);
  socket.data = {};
}
