import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';

export interface ServeInTurn {
  /** Whether it does not listen while it serves one. */
  readonly refusesOthers: () => boolean;
  /** Whether a connection is reset at once. */
  readonly resets: (isSecond: boolean) => boolean;
  /** `done` lets the next one in. */
  readonly serve: (socket: Socket, done: () => void) => void;
}

/** Serves one connection at a time; the others wait, are refused or reset. */
export function serveInTurn({ refusesOthers, resets, serve }: ServeInTurn): {
  readonly server: Server;
  readonly open: ReadonlySet<Socket>;
  readonly close: () => Promise<void>;
} {
  const waiting: Socket[] = [];
  const open = new Set<Socket>();
  /** Where it listened before it refused others. */
  let place: AddressInfo | null = null;
  let serving = false;
  let closing = false;

  function stopListening(): void {
    const address = server.address();
    if (address === null || typeof address === 'string') return;
    place = address;
    server.close();
  }

  function listenAgain(): void {
    if (place !== null && !closing) server.listen(place.port, place.address);
    place = null;
  }

  function next(): void {
    const socket = waiting.shift();
    if (socket === undefined) return;
    if (socket.destroyed) return next();
    serving = true;
    if (refusesOthers()) stopListening();
    serve(socket, () => {
      serving = false;
      listenAgain();
      next();
    });
  }

  const server = createServer(
    { allowHalfOpen: true, pauseOnConnect: true, noDelay: true },
    (socket) => {
      open.add(socket);
      socket.on('error', () => undefined);
      socket.once('close', () => open.delete(socket));
      if (resets(serving)) return void socket.resetAndDestroy();
      waiting.push(socket);
      if (!serving) next();
    },
  );

  return {
    server,
    open,
    close: () =>
      new Promise((resolve) => {
        closing = true;
        server.close(() => resolve());
        for (const socket of open) socket.destroy();
      }),
  };
}
