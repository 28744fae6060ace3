import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Connection, ConnectionTable } from './connection-table.ts';

export interface RequestLimits {
  /** Requests of one connection with unsent answers. Browsers do not send the next request before that. */
  readonly unansweredRequests: number;
  /** Unsent bytes of all unknown clients together. */
  readonly waitingBytes: number;
}

/**
 * Passes a request to the server's listeners while its connection reads its answers, and cuts the
 * connection otherwise. Call it after all listeners are attached, because it runs before them.
 */
export function limitRequests(
  server: Server,
  table: ConnectionTable,
  { unansweredRequests }: Pick<RequestLimits, 'unansweredRequests'>,
  onCut: (connection: Connection) => void,
): void {
  const listeners = server.listeners('request');
  server.removeAllListeners('request');
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const connection = table.find(request.socket);
    // A request in the same packet after the cut.
    if (connection === undefined || request.socket.destroyed) return;
    const { answers } = connection;
    if (answers.size >= unansweredRequests) {
      onCut(connection);
      return void request.socket.destroy();
    }
    answers.add(response);
    response.once('close', () => answers.delete(response));
    for (const listener of listeners) Reflect.apply(listener, server, [request, response]);
  });
}

/** Cuts the unknown clients with most unsent bytes until the total fits; returns how many were cut. */
export function cutGreediest(table: ConnectionTable, waitingBytes: number): number {
  const unknown = [...table.all()]
    .filter(({ isRecognized }) => !isRecognized)
    .map((connection) => ({ connection, bytes: waitingFor(connection) }))
    .toSorted((a, b) => b.bytes - a.bytes);
  let sum = unknown.reduce((all, { bytes }) => all + bytes, 0);
  let cut = 0;
  for (const { connection, bytes } of unknown) {
    if (sum <= waitingBytes) break;
    connection.stream.destroy();
    sum -= bytes;
    cut += 1;
  }
  return cut;
}

/** Bytes in memory that the client of this connection has not read yet. */
export function waitingFor({ stream, answers }: Connection): number {
  const queued = [...answers].filter(({ socket }) => socket === null);
  return queued.reduce((sum, answer) => sum + answer.writableLength, stream.writableLength);
}
