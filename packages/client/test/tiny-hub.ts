import { ok, type Instant } from '@motcua/domain';
import { aWaitingVisit, T0, TODAY, someSettings } from '@motcua/domain/builders';
import type {
  Change,
  Changes,
  ClientToHub,
  Command,
  Hello,
  HubToClient,
  TurnedAway,
  Welcome,
} from '@motcua/protocol';
import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server, type Socket } from 'socket.io';
import { connectToHub, type HubAddress } from '../src/hub/connect-to-hub.ts';
import type { HubConnection, HubState } from '../src/hub/hub-link.ts';

const admitted = {
  history: { database: 'kim-boi', epoch: 0, life: '' },
  at: (T0 + 3_600_000) as Instant,
  today: TODAY,
  deviceId: null,
  personId: null,
  loads: {},
  missed: [],
};
export const aSnapshot = (seq: number): Welcome => ({
  ...admitted,
  type: 'snapshot',
  seq,
  snapshot: {
    settings: someSettings(),
    visits: [],
    counters: [],
    announcements: [],
    printJobs: [],
    devices: [],
    people: [],
    care: [],
    bookings: [],
    recentCalls: {},
    historyLost: null,
    refusedTickets: [],
  },
});
export const aCatchUp = (seq: number, changes: readonly Change[] = []): Welcome => ({
  ...admitted,
  type: 'catch-up',
  seq,
  changes,
});
export const turnedAway = (reason: TurnedAway): Welcome => ({ type: 'turned-away', reason });
export const issued = (seq: number): Change => ({
  type: 'ticket-issued',
  visit: aWaitingVisit(),
  printJob: null,
  peopleAhead: 0,
  promise: null,
  promised: false,
  seq,
  at: T0,
  by: { deviceId: null, personId: null, reason: null },
});
export const aBatch = (from: number, to: number, changes: readonly Change[] = []): Changes => ({
  from,
  to,
  at: admitted.at,
  changes,
  loads: null,
  missed: null,
});

type HubSocket = Socket<ClientToHub, HubToClient>;

/** As much of a hub as a link can see: each test sets its answers. */
export class TinyHub {
  readonly hellos: Hello[] = [];
  readonly commands: Command[] = [];
  readonly cookies: (string | undefined)[] = [];
  sockets: HubSocket[] = [];
  /** Null: no answer. */
  welcome: (hello: Hello) => Welcome | null = () => aSnapshot(10);
  onCommand: (socket: HubSocket, answer: Parameters<ClientToHub['command']>[1]) => void = (
    _socket,
    answer,
  ) => answer(ok([]));
  url = '';
  link: HubConnection | null = null;
  readonly #http: HttpServer = createServer();
  readonly #io: Server<ClientToHub, HubToClient>;

  constructor(pingInterval = 25_000) {
    this.#io = new Server(this.#http, { transports: ['websocket'], pingInterval });
  }

  async start(): Promise<void> {
    this.#io.on('connection', (socket) => {
      this.sockets.push(socket);
      this.cookies.push(socket.handshake.headers.cookie);
      socket.on('hello', (hello, answer) => {
        this.hellos.push(hello);
        const welcome = this.welcome(hello);
        if (welcome !== null) answer(welcome);
      });
      socket.on('command', (command, answer) => {
        this.commands.push(command);
        this.onCommand(socket, answer);
      });
    });
    await new Promise<void>((resolve) => this.#http.listen(0, '127.0.0.1', resolve));
    const { port } = this.#http.address() as AddressInfo;
    this.url = `http://127.0.0.1:${port}`;
  }

  /** One link at a time; `stop` closes it. */
  connect(part: Partial<HubAddress> = {}): HubConnection {
    const address = {
      url: this.url,
      role: 'counter',
      deviceToken: 'secret',
      now: () => T0,
    } as const;
    this.link = connectToHub({ ...address, ...part });
    return this.link;
  }

  push(batch: Changes): void {
    this.sockets.at(-1)?.emit('changes', batch);
  }

  /** As when a cable is pulled: the connection ends without a close. */
  cut(): void {
    this.sockets.at(-1)?.conn.close();
  }

  /** Stops; the link stays. */
  leave(): Promise<void> {
    return this.#io.close();
  }

  async stop(): Promise<void> {
    this.link?.close();
    await this.leave();
  }
}

/** The first state that fits. */
export function until(link: HubConnection, fits: (state: HubState) => boolean): Promise<HubState> {
  return new Promise((resolve) => {
    const check = (): void => {
      if (!fits(link.getState())) return;
      stop();
      resolve(link.getState());
    };
    const stop = link.subscribe(check);
    check();
  });
}

export const becomes = (
  link: HubConnection,
  connection: HubState['connection'],
): Promise<HubState> => until(link, (state) => state.connection === connection);
