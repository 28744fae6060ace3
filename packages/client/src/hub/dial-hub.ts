import { refuse, type Result } from '@motcua/domain';
import type {
  AnswerTo,
  Beat,
  Change,
  Changes,
  ClientToHub,
  Command,
  Hello,
  HubToClient,
  Question,
  Welcome,
} from '@motcua/protocol';
import { io, type Socket } from 'socket.io-client';
import { reconnectDelayMs } from './reconnect-backoff.ts';

/** One socket to one address of the hub; it reconnects by itself until it is disconnected. */
export interface HubSocket {
  readonly connect: () => void;
  readonly disconnect: () => void;
  /** Closes the transport under the socket, so that another one is made. */
  readonly dropConnection: () => void;
  /** Null: no answer in time, or the connection is gone. */
  readonly hello: (hello: Hello, answered: (welcome: Welcome | null) => void) => void;
  readonly command: (
    command: Command,
    answered: (answer: Result<readonly Change[]>) => void,
  ) => void;
  readonly ask: <Q extends Question>(question: Q) => Promise<Result<AnswerTo<Q>>>;
  readonly beat: (beat: Beat) => void;
}

/** Called by a socket, never before `dial` has returned. */
export interface SocketListener {
  readonly connected: () => void;
  readonly changed: (batch: Changes) => void;
  /** The hub asks for another hello. */
  readonly turnedAway: () => void;
  readonly pinged: () => void;
  /** Not called after `disconnect`. `retries`: it connects again by itself. */
  readonly lost: (retries: boolean) => void;
  readonly webSocketChecked: (blocked: boolean) => void;
}

export type Dial = (url: string, listener: SocketListener) => HubSocket;

/** A visitor at a kiosk waits no longer for an answer. */
const ASK_TIMEOUT_MS = 3_000;
const HELLO_TIMEOUT_MS = 5_000;
/** An address that gives no answer at all is given up for the next after this. */
const CONNECT_TIMEOUT_MS = 3_000;
/** By then a connection that can has changed to WebSocket. */
const UPGRADE_TIMEOUT_MS = 10_000;
const WEBSOCKET_FIRST = ['websocket', 'polling'];
const POLLING_FIRST = ['polling', 'websocket'];

/** Sockets by socket.io, which fall back to polling where WebSocket is blocked; `cookie` is the session of a service. */
export function createDial(cookie: string | undefined): Dial {
  let transports = WEBSOCKET_FIRST;

  return (url, listener) => {
    const socket: Socket<HubToClient, ClientToHub> = io(url, {
      transports: [...transports],
      // Where one transport is blocked, the other is tried, and WebSocket again from there.
      tryAllTransports: true,
      forceNew: true,
      reconnectionDelay: 200,
      reconnectionDelayMax: reconnectDelayMs(),
      randomizationFactor: 0.5,
      timeout: CONNECT_TIMEOUT_MS,
      ...(cookie === undefined ? {} : { extraHeaders: { cookie } }),
    });
    let upgrading: ReturnType<typeof setTimeout> | undefined;

    function prefer(order: string[]): void {
      transports = order;
      socket.io.opts.transports = [...order];
    }

    function checkWebSocket(): void {
      const { engine } = socket.io;
      const isWebSocket = () => engine.transport.name === 'websocket';
      const open = (): void => {
        clearTimeout(upgrading);
        prefer(WEBSOCKET_FIRST);
        listener.webSocketChecked(false);
      };
      clearTimeout(upgrading);
      if (isWebSocket()) return open();
      engine.once('upgrade', open);
      upgrading = setTimeout(() => {
        if (!isWebSocket()) listener.webSocketChecked(true);
      }, UPGRADE_TIMEOUT_MS);
    }

    socket.on('connect', () => {
      checkWebSocket();
      listener.connected();
    });
    socket.on('changes', listener.changed);
    socket.on('turned-away', listener.turnedAway);
    socket.on('disconnect', (reason) => {
      if (reason !== 'io client disconnect') listener.lost(socket.active);
    });
    socket.on('connect_error', () => {
      // A proxy that swallows WebSocket silently is detected by polling only.
      prefer(transports === WEBSOCKET_FIRST ? POLLING_FIRST : WEBSOCKET_FIRST);
      listener.lost(socket.active);
    });
    socket.io.on('ping', listener.pinged);
    socket.io.on('reconnect_attempt', () => socket.io.reconnectionDelayMax(reconnectDelayMs()));

    return {
      connect: () => void socket.connect(),
      disconnect() {
        clearTimeout(upgrading);
        socket.disconnect();
      },
      dropConnection: () => socket.io.engine.close(),
      hello(hello, answered) {
        socket.timeout(HELLO_TIMEOUT_MS).emit('hello', hello, (error, welcome) => {
          answered(error === null ? welcome : null);
        });
      },
      command: (command, answered) => void socket.emit('command', command, answered),
      ask: <Q extends Question>(question: Q) =>
        new Promise<Result<AnswerTo<Q>>>((resolve) => {
          socket.timeout(ASK_TIMEOUT_MS).emit('ask', question, (error, answer) => {
            // Sound: the hub answers each kind of question with its own kind of answer.
            resolve(error === null ? (answer as Result<AnswerTo<Q>>) : refuse('hub-unavailable'));
          });
        }),
      beat: (beat) => void socket.volatile.emit('beat', beat),
    };
  };
}
