import { refuse, type CommandId, type Instant } from '@motcua/domain';
import {
  PROTOCOL_VERSION,
  type Beat,
  type Command,
  type Hello,
  type HubHistory,
  type Role,
} from '@motcua/protocol';
import { createDial, type Dial, type HubSocket } from './dial-hub.ts';
import { watchClock } from './hub-clock.ts';
import type { HubConnection, HubState } from './hub-link.ts';
import { nextAddress, nextState, refusalFor } from './link-machine.ts';
import { newLink, type LinkEffect, type LinkEvent, type LinkState } from './link-state.ts';
import { newId as randomId } from './new-id.ts';
import { createPendingCommands } from './pending-commands.ts';

/** Shaped like pino's, so that a service hands in its own. */
export interface LinkLog {
  readonly info: (detail: object, message: string) => void;
  readonly warn: (detail: object, message: string) => void;
}

export interface HubAddress {
  /** `http://host:port`; a page gives its own origin. */
  readonly url: string;
  /** Where else the hub may be when it does not answer there; read each time. */
  readonly elsewhere?: (state: HubState) => readonly string[];
  /** The newest history when this client last ran; an older one is turned away from. */
  readonly newest?: NewestHub;
  /** What a device reports of itself now and then, besides its clock. */
  readonly vitals?: () => Omit<Beat, 'at'>;
  readonly role: Role;
  /** A function is called again at every hello. */
  readonly deviceToken: string | null | (() => string | null);
  /** Session cookie of a service; a browser sends its own. */
  readonly cookie?: string;
  readonly commandTimeoutMs?: number;
  /** How long a client that was turned away waits before asking again by itself. */
  readonly turnedAwayPauseMs?: number;
  readonly now?: () => Instant;
  /** A monotonic clock in milliseconds. */
  readonly uptimeMs?: () => number;
  readonly newId?: () => string;
  readonly logger?: LinkLog;
  /** Makes sockets; by socket.io when left out. */
  readonly dial?: Dial;
}

/** Stores, beyond a restart, the newest history that a hub has shown. */
export interface NewestHub {
  readonly read: () => HubHistory | null;
  readonly write: (history: HubHistory) => void;
}

/** Where the socket does not try again by itself. */
const RECONNECT_DELAY_MS = 500;
const BEAT_INTERVAL_MS = 10_000;
const SILENT: LinkLog = { info: () => undefined, warn: () => undefined };

/**
 * Keeps a mirror of the hub for ever: reconnects after 0.2 to 5 s, catches up, and repeats unanswered commands.
 * Never throws; what goes wrong shows in `getState().connection`.
 */
export function connectToHub(address: HubAddress): HubConnection {
  const { commandTimeoutMs = 10_000, newId = randomId } = address;
  const link = new Link(address);
  return {
    getState: () => link.state.shown,
    subscribe(onChange) {
      link.listeners.add(onChange);
      return () => link.listeners.delete(onChange);
    },
    execute(input, commandId = newId() as CommandId) {
      const { closed, shown } = link.state;
      if (closed) return Promise.resolve(refuse('hub-unavailable'));
      if (shown.turnedAway !== null) return Promise.resolve(refuse(refusalFor(shown.turnedAway)));
      const command = { ...input, commandId } as Command;
      const answer = link.commands.add(command, commandTimeoutMs);
      if (shown.connection === 'live') link.send(command);
      return answer;
    },
    ask: (question) =>
      link.state.shown.connection === 'live'
        ? link.socket.ask(question)
        : Promise.resolve(refuse('hub-unavailable')),
    retry: () => link.dispatch({ type: 'retry' }),
    close: () => link.close(),
  };
}

/** Sockets, timers and clocks around `nextState`: hands events in and carries its effects out. */
class Link {
  readonly commands = createPendingCommands();
  readonly listeners = new Set<() => void>();
  state: LinkState;
  socket: HubSocket;
  readonly #address: HubAddress;
  readonly #log: LinkLog;
  readonly #dial: Dial;
  readonly #now: () => Instant;
  readonly #wasClockSet: () => boolean;
  readonly #beating: ReturnType<typeof setInterval>;
  #reconnecting: ReturnType<typeof setTimeout> | undefined;

  constructor(address: HubAddress) {
    this.#address = address;
    this.#log = address.logger ?? SILENT;
    this.#dial = address.dial ?? createDial(address.cookie);
    this.#now = address.now ?? (() => Date.now() as Instant);
    this.#wasClockSet = watchClock(this.#now, address.uptimeMs ?? (() => performance.now()));
    this.state = newLink(address.url, address.newest?.read() ?? null);
    this.socket = this.#open();
    this.#beating = setInterval(() => this.#beat(), BEAT_INTERVAL_MS);
  }

  dispatch(event: LinkEvent): void {
    const before = this.state;
    const addresses = [this.#address.url, ...(this.#address.elsewhere?.(before.shown) ?? [])];
    const nextUrl = nextAddress(before.url, addresses);
    const { state, effects } = nextState(before, event, { at: this.#now(), nextUrl });
    this.state = state;
    if (state.shown !== before.shown) for (const listener of this.listeners) listener();
    for (const effect of effects) this.#perform(effect);
  }

  send(command: Command): void {
    this.socket.command(command, (answer) => this.commands.answer(command, answer));
  }

  close(): void {
    clearInterval(this.#beating);
    clearTimeout(this.#reconnecting);
    this.dispatch({ type: 'close' });
  }

  /** Events of a socket count while it is the present one. */
  #open(): HubSocket {
    const dispatch = (event: LinkEvent): void => {
      if (this.socket === socket) this.dispatch(event);
    };
    const socket = this.#dial(this.state.url, {
      connected: () => dispatch({ type: 'connected' }),
      turnedAway: () => dispatch({ type: 'hello-due' }),
      changed: (batch) => {
        if (this.socket === socket) this.#read({ type: 'changed', batch });
      },
      lost: (retries) => dispatch({ type: 'lost', retries }),
      webSocketChecked: (blocked) => dispatch({ type: 'websocket-checked', blocked }),
      pinged: () => {
        const isLive = this.state.shown.connection === 'live';
        dispatch({ type: 'pinged', clockWasSet: isLive && this.#wasClockSet() });
      },
    });
    return socket;
  }

  /** A message this version cannot read must not end the process: ask for a snapshot. */
  #read(event: LinkEvent): void {
    try {
      this.dispatch(event);
    } catch (cause) {
      this.dispatch({ type: 'unreadable', cause });
    }
  }

  #perform(effect: LinkEffect): void {
    switch (effect.type) {
      case 'say-hello':
        return this.#sayHello(effect.lastSeq);
      case 'say-hello-later':
        return void setTimeout(() => this.dispatch({ type: 'hello-due' }), RECONNECT_DELAY_MS);
      case 'drop-connection':
        return this.socket.dropConnection();
      case 'disconnect':
        return this.socket.disconnect();
      case 'dial':
        clearTimeout(this.#reconnecting);
        this.socket = this.#open();
        return;
      case 'move': {
        this.socket.disconnect();
        const delayMs = RECONNECT_DELAY_MS * (0.5 + Math.random());
        return this.#later(delayMs, () => this.dispatch({ type: 'arrived' }));
      }
      case 'reconnect': {
        const { turnedAwayPauseMs = 30_000 } = this.#address;
        const delayMs = { 'soon': RECONNECT_DELAY_MS, 'long-pause': turnedAwayPauseMs };
        return this.#later(delayMs[effect.after], () => this.socket.connect());
      }
      case 'connect':
        clearTimeout(this.#reconnecting);
        return this.socket.connect();
      case 'beat':
        return this.#beat();
      case 'repeat-commands':
        return this.commands.all().forEach((command) => this.send(command));
      case 'refuse-commands':
        return this.commands.refuseAll(effect.code);
      case 'remember':
        return this.#address.newest?.write(effect.history);
      case 'log':
        return this.#log[effect.level](effect.detail, effect.message);
    }
  }

  #later(delayMs: number, work: () => void): void {
    clearTimeout(this.#reconnecting);
    this.#reconnecting = setTimeout(work, delayMs);
  }

  #sayHello(lastSeq: Hello['lastSeq']): void {
    const { socket } = this;
    const { role, deviceToken } = this.#address;
    const hello: Hello = {
      protocolVersion: PROTOCOL_VERSION,
      role,
      deviceToken: typeof deviceToken === 'function' ? deviceToken() : deviceToken,
      lastSeq,
      history: this.state.shown.history,
    };
    const sentAt = this.#now();
    socket.hello(hello, (welcome) => {
      if (socket !== this.socket) return;
      if (welcome === null) this.dispatch({ type: 'hello-failed' });
      else this.#read({ type: 'welcomed', welcome, hello, sentAt });
    });
  }

  #beat(): void {
    const { vitals } = this.#address;
    if (vitals !== undefined && this.state.shown.connection === 'live')
      this.socket.beat({ at: this.#now(), ...vitals() });
  }
}
