import type { Socket } from 'node:net';

/** What waits must be sent within a minute at the pace of the last check. */
const MAX_CHECKS = 30;

/**
 * Cuts a connection for which more than `bytesAtMost` wait and hardly anything leaves; returns whether it did.
 * A receiver of a large day is only busy. Called regularly, about every two seconds.
 */
export function createSlowConsumerCheck(
  bytesAtMost: number,
): (
  connection: object,
  socket: Pick<Socket, 'writableLength' | 'bytesWritten' | 'destroy'>,
) => boolean {
  const before = new WeakMap<object, number>();
  return (connection, socket) => {
    const waiting = socket.writableLength + waitingIn(connection);
    const left = socket.bytesWritten - socket.writableLength;
    const pace = left - (before.get(connection) ?? 0);
    before.set(connection, left);
    if (waiting <= bytesAtMost || pace * MAX_CHECKS > waiting) return false;
    socket.destroy();
    return true;
  };
}

/** Bytes that engine.io buffers while the transport is busy. */
export function waitingIn(connection: object): number {
  const packets: unknown = Reflect.get(connection, 'writeBuffer');
  if (!Array.isArray(packets)) return 0;
  return packets.reduce((sum: number, packet: unknown) => {
    const data: unknown =
      typeof packet === 'object' && packet !== null ? Reflect.get(packet, 'data') : null;
    return sum + (typeof data === 'string' || Buffer.isBuffer(data) ? data.length : 0);
  }, 0);
}
