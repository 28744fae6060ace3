import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Connection, ConnectionTable } from './connection-table.ts';

export interface RequestLimits {
  /** Requests of one connection that wait for their answer to be taken. No browser sends the next before that. */
  readonly unansweredRequests: number;
  /** What may wait in memory for all strangers together. */
  readonly waitingBytes: number;
}

/**
 * Lets a request through to the server's listeners while its connection takes its answers, and cuts the connection
 * otherwise. Call it when every listener is there: it stands before all of them.
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
    // What came in the same packet after the cut.
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

/** Cuts strangers for whom most waits until what waits for all of them fits; answers how many were cut. */
export function cutGreediest(table: ConnectionTable, waitingBytes: number): number {
  const strangers = [...table.all()]
    .filter(({ isRecognized }) => !isRecognized)
    .map((connection) => ({ connection, bytes: waitingFor(connection) }))
    .toSorted((a, b) => b.bytes - a.bytes);
  let sum = strangers.reduce((all, { bytes }) => all + bytes, 0);
  let cut = 0;
  for (const { connection, bytes } of strangers) {
    if (sum <= waitingBytes) break;
    connection.stream.destroy();
    sum -= bytes;
    cut += 1;
  }
  return cut;
}

/** Bytes that the hub holds for whoever is at the other end. */
export function waitingFor({ stream, answers }: Connection): number {
  const queued = [...answers].filter(({ socket }) => socket === null);
  return queued.reduce((sum, answer) => sum + answer.writableLength, stream.writableLength);
}
