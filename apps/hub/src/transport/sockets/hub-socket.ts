import type { VisitId } from '@motcua/domain';
import type { ClientToHub, HubToClient, Role } from '@motcua/protocol';
import type { Socket } from 'socket.io';
import type { Identity } from '../../engine/hub-command.ts';

/** What is known of whoever is behind a socket. */
export interface Known {
  role?: Role;
  /** The one number that a visitor's phone is told of. */
  follows?: VisitId;
  identity?: Identity;
  /** A command came since the last look. */
  isUsed?: boolean;
}
export type HubSocket = Socket<ClientToHub, HubToClient, Record<string, never>, Known>;

/** Tells why, and hears nothing more. */
export function turnAway(
  socket: HubSocket,
  reason: Parameters<HubToClient['turned-away']>[0],
): void {
  socket.emit('turned-away', reason);
  leaveRooms(socket);
  // What is on its way to it still leaves; nothing that it sends is heard any more.
  socket.disconnect(true);
}

/**
 * Who does not say who they are takes the place of somebody who would, also after they were somebody. Answers what makes
 * the socket nobody's again; a stranger gains no time by it.
 */
export function cutStrangers(socket: HubSocket, withinMs: number): () => void {
  const isNobody = () => socket.data.role === undefined && socket.data.follows === undefined;
  const wait = () => setTimeout(() => isNobody() && socket.disconnect(true), withinMs);
  let stranger = wait();
  socket.once('disconnect', () => clearTimeout(stranger));
  return () => {
    if (isNobody()) return;
    leaveRooms(socket);
    clearTimeout(stranger);
    stranger = wait();
  };
}

function leaveRooms(socket: HubSocket): void {
  for (const room of socket.rooms) if (room !== socket.id) void socket.leave(room);
  socket.data = {};
}
