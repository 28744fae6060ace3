import {
  refuse,
  type CommandId,
  type Instant,
  type RefusalCode,
  type Result,
} from '@motcua/domain';
import {
  PROTOCOL_VERSION,
  type AnswerTo,
  type Beat,
  type Changes,
  type ClientToHub,
  type Command,
  type Hello,
  type History,
  type HubToClient,
  type Question,
  type Role,
  type TurnedAway,
  type Welcome,
} from '@motcua/protocol';
import { io, type Socket } from 'socket.io-client';
import { applyChanges, toMirror } from '../mirror/apply-change.ts';
import { offsetAfterMessage, offsetFromAnswer, watchClock } from './hub-clock.ts';
import type { HubConnection, HubState } from './hub-link.ts';
import { reconnectDelayMs } from './reconnect-backoff.ts';
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
  /** Where else the hub may be when it does not answer there; asked each time. */
  readonly elsewhere?: () => readonly string[];
  /** What was the newest hub when this client last ran; an older one is turned away from. */
  readonly newest?: NewestHub;
  /** What a device tells of itself now and then, besides its clock. */
  readonly vitals?: () => Omit<Beat, 'at'>;
  readonly role: Role;
  /** A function is asked again at every hello. */
  readonly deviceToken: string | null | (() => string | null);
  /** Session cookie of a service; a browser sends its own. */
  readonly cookie?: string;
  readonly commandTimeoutMs?: number;
  /** How long one who was turned away waits before asking again by itself. */
  readonly turnedAwayPauseMs?: number;
  readonly now?: () => Instant;
  /** Milliseconds on a clock that nobody can set. */
  readonly uptimeMs?: () => number;
  readonly newId?: () => string;
  readonly logger?: LinkLog;
}

/** Remembers, beyond a restart, the newest history that a hub has shown. */
export interface NewestHub {
  readonly read: () => History | null;
  readonly write: (history: History) => void;
}

/** Whoever stands at a kiosk waits no longer for an answer. */
const ASK_TIMEOUT_MS = 3_000;
const HELLO_TIMEOUT_MS = 5_000;
/** Where socket.io does not try again by itself. */
const RECONNECT_AFTER_MS = 500;
const BEAT_EVERY_MS = 10_000;
/** An address, or a way to it, that does not even refuse is given up so soon for the next. */
const CONNECT_TIMEOUT_MS = 3_000;
/** By then a connection that may has changed to WebSocket. */
const UPGRADE_TIMEOUT_MS = 10_000;
const WEBSOCKET_FIRST = ['websocket', 'polling'];
const POLLING_FIRST = ['polling', 'websocket'];
const SILENT: LinkLog = { info: () => undefined, warn: () => undefined };

/**
 * Keeps a mirror of the hub for ever: reconnects after 0.2 to 5 s, catches up, and repeats unanswered commands.
 * Never throws; what goes wrong shows in `getState().connection`.
 */
export function connectToHub(address: HubAddress): HubConnection {
  const { commandTimeoutMs = 10_000, turnedAwayPauseMs = 30_000, logger = SILENT } = address;
  const now = address.now ?? ((): Instant => Date.now() as Instant);
  const wasClockSet = watchClock(now, address.uptimeMs ?? (() => performance.now()));
  const newId = address.newId ?? randomId;
  const commands = createPendingCommands();
  const listeners = new Set<() => void>();
  let state: HubState = {
    connection: 'connecting',
    turnedAway: null,
    mirror: null,
    history: null,
    clockOffsetMs: 0,
    heardAt: null,
  };
  // After being turned away we may come back as somebody who may know more: ask for all of it.
  let startAfresh = false;
  let greeting = false;
  let closed = false;
  let reconnectSoon: ReturnType<typeof setTimeout> | undefined;
  let newest = address.newest?.read() ?? null;
  let url = address.url;
  /** On the way from one address to the next. */
  let moving = false;
  let transports = WEBSOCKET_FIRST;
  let upgrading: ReturnType<typeof setTimeout> | undefined;
  let socket = dial();

  function dial(): Socket<HubToClient, ClientToHub> {
    const dialled: Socket<HubToClient, ClientToHub> = io(url, {
      transports: [...transports],
      // Whatever is blocked, the other way is tried; and WebSocket again from there.
      tryAllTransports: true,
      forceNew: true,
      reconnectionDelay: 200,
      reconnectionDelayMax: reconnectDelayMs(),
      randomizationFactor: 0.5,
      timeout: CONNECT_TIMEOUT_MS,
      ...(address.cookie === undefined ? {} : { extraHeaders: { cookie: address.cookie } }),
    });
    const heard = (work: () => void) => () => {
      if (socket === dialled && !moving) work();
    };
    dialled.on('connect', heard(connected));
    dialled.on('changes', (batch) => {
      if (socket === dialled && !moving) safely(() => changed(batch));
    });
    dialled.on('turned-away', heard(sayHello));
    dialled.on('disconnect', heard(lost));
    dialled.on(
      'connect_error',
      heard(() => {
        tryOtherWay(dialled);
        lost();
      }),
    );
    dialled.io.on('ping', heard(pinged));
    dialled.io.on('reconnect_attempt', () => dialled.io.reconnectionDelayMax(reconnectDelayMs()));
    return dialled;
  }

  /** Something that swallows WebSocket without a word, as some proxies do, is found out by the other way only. */
  function tryOtherWay(dialled: Socket): void {
    transports = transports === WEBSOCKET_FIRST ? POLLING_FIRST : WEBSOCKET_FIRST;
    dialled.io.opts.transports = [...transports];
  }

  function connected(): void {
    const { engine } = socket.io;
    const isWebSocket = () => engine.transport.name === 'websocket';
    clearTimeout(upgrading);
    const open = (): void => {
      clearTimeout(upgrading);
      transports = WEBSOCKET_FIRST;
      socket.io.opts.transports = [...transports];
      if (state.webSocketBlocked === true) set({ webSocketBlocked: false });
    };
    if (isWebSocket()) open();
    else {
      engine.once('upgrade', open);
      upgrading = setTimeout(() => {
        if (!isWebSocket()) set({ webSocketBlocked: true });
      }, UPGRADE_TIMEOUT_MS);
    }
    sayHello();
  }

  /** Goes on to the next address, in a ring; false: there is only one. */
  function tryElsewhere(): boolean {
    const all = [...new Set([address.url, ...(address.elsewhere?.() ?? [])])];
    const next = all[(all.indexOf(url) + 1) % all.length];
    if (next === undefined || next === url || closed) return false;
    greeting = false;
    url = next;
    moving = true;
    socket.disconnect();
    clearTimeout(reconnectSoon);
    reconnectSoon = setTimeout(arrive, RECONNECT_AFTER_MS * (0.5 + Math.random()));
    return true;
  }

  function arrive(): void {
    moving = false;
    socket = dial();
  }

  function set(part: Partial<HubState>): void {
    state = { ...state, ...part };
    for (const listener of listeners) listener();
  }

  function sayHello(): void {
    if (greeting || !socket.connected) return;
    greeting = true;
    const { deviceToken, role } = address;
    const hello: Hello = {
      protocolVersion: PROTOCOL_VERSION,
      role,
      deviceToken: typeof deviceToken === 'function' ? deviceToken() : deviceToken,
      lastSeq: startAfresh ? null : (state.mirror?.seq ?? null),
      history: state.history,
    };
    const sentAt = now();
    socket.timeout(HELLO_TIMEOUT_MS).emit('hello', hello, (error, welcome) => {
      greeting = false;
      if (error === null) return safely(() => welcomed(welcome, hello, sentAt));
      // Told by a closed socket this is no news; otherwise the hub hangs and a new connection may help.
      if (socket.connected) socket.io.engine.close();
    });
  }

  function welcomed(welcome: Welcome, hello: Hello, sentAt: Instant): void {
    if (welcome.type === 'turned-away')
      return turnedAway(welcome.reason, hello.deviceToken === null);
    if (isOutdated(welcome.history, newest)) return outdated(welcome.history);
    const mirror = afterWelcome(state, welcome, hello);
    if (mirror === null) {
      startAfresh = true;
      return sayHello();
    }
    startAfresh = false;
    learn(welcome.history);
    const heardAt = now();
    const clockOffsetMs = offsetFromAnswer(welcome.at, sentAt, heardAt);
    const wasLive = state.connection === 'live';
    const { history } = welcome;
    set({ connection: 'live', turnedAway: null, mirror, history, clockOffsetMs, heardAt });
    if (wasLive) return;
    beat();
    logger.info({ role: hello.role, seq: welcome.seq, how: welcome.type }, 'live');
    for (const command of commands.all()) send(command);
  }

  function pinged(): void {
    // Of a hub that pings but has not let us in, the picture is no fresher.
    if (state.connection !== 'live') return;
    // Set with the clock, the hub's time here would be wrong until the next change: ask for it.
    if (wasClockSet()) return sayHello();
    set({ heardAt: now() });
  }

  function learn(told: History): void {
    if (newest?.database === told.database && newest.epoch === told.epoch) return;
    newest = told;
    address.newest?.write(told);
  }

  /** A hub that another took over from is back: to follow it would split the truth. */
  function outdated(told: History): void {
    logger.warn({ url, told, newest }, 'turned away from an outdated hub');
    set({ connection: 'offline', turnedAway: null });
    if (tryElsewhere()) return;
    socket.disconnect();
    reconnectLater(turnedAwayPauseMs);
  }

  function changed(batch: Changes): void {
    if (state.mirror === null || greeting) return;
    const mirror = applyChanges(state.mirror, batch);
    if (mirror === null) return sayHello();
    const heardAt = now();
    const clockOffsetMs = offsetAfterMessage(state.clockOffsetMs, batch.at, heardAt);
    set({ mirror, heardAt, clockOffsetMs });
  }

  /** Who was never let in is no trouble. */
  function turnedAway(reason: TurnedAway, isNew = false): void {
    if (isNew) logger.info({ reason }, 'not let in yet');
    else logger.warn({ reason }, 'turned away');
    set({ connection: 'turned-away', turnedAway: reason, heardAt: now() });
    startAfresh = true;
    if (reason === 'superseded' && tryElsewhere()) {
      return set({ connection: 'offline', turnedAway: null });
    }
    socket.disconnect();
    commands.refuseAll(refusalFor(reason));
    reconnectLater(turnedAwayPauseMs);
  }

  function reconnectLater(pauseMs: number): void {
    clearTimeout(reconnectSoon);
    if (!closed) reconnectSoon = setTimeout(() => socket.connect(), pauseMs);
  }

  function lost(): void {
    greeting = false;
    if (state.connection !== 'turned-away' && state.connection !== 'offline') {
      set({ connection: 'offline' });
    }
    if (state.connection === 'offline' && tryElsewhere()) return;
    // The hub closed the door itself, so socket.io does not try again on its own.
    if (!socket.active && state.connection !== 'turned-away') reconnectLater(RECONNECT_AFTER_MS);
  }

  function send(command: Command): void {
    socket.emit('command', command, (answer) => {
      commands.answer(command, answer);
    });
  }

  // A message this version cannot read must not end the process: take everything anew.
  function safely(work: () => void): void {
    try {
      work();
    } catch (cause) {
      logger.warn({ cause }, 'a message of the hub could not be read');
      startAfresh = true;
      setTimeout(sayHello, RECONNECT_AFTER_MS);
    }
  }

  function beat(): void {
    if (address.vitals === undefined || state.connection !== 'live') return;
    socket.volatile.emit('beat', { at: now(), ...address.vitals() });
  }
  const beating = setInterval(beat, BEAT_EVERY_MS);

  return {
    getState: () => state,
    subscribe(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    execute(wish, commandId = newId() as CommandId) {
      if (closed) return Promise.resolve(refuse('hub-unavailable'));
      if (state.turnedAway !== null) return Promise.resolve(refuse(refusalFor(state.turnedAway)));
      const command = { ...wish, commandId } as Command;
      const answer = commands.add(command, commandTimeoutMs);
      if (state.connection === 'live') send(command);
      return answer;
    },
    ask<Q extends Question>(question: Q): Promise<Result<AnswerTo<Q>>> {
      if (state.connection !== 'live') return Promise.resolve(refuse('hub-unavailable'));
      return new Promise((resolve) => {
        socket.timeout(ASK_TIMEOUT_MS).emit('ask', question, (error, answer) => {
          // Sound: the hub answers each kind of question with its own kind of answer.
          resolve(error === null ? (answer as Result<AnswerTo<Q>>) : refuse('hub-unavailable'));
        });
      });
    },
    retry() {
      if (closed) return;
      startAfresh = true;
      // A new handshake, because a browser shows its session cookie only then.
      socket.disconnect();
      clearTimeout(reconnectSoon);
      set({ connection: 'connecting', turnedAway: null });
      if (moving) return arrive();
      socket.connect();
    },
    close() {
      closed = true;
      clearInterval(beating);
      clearTimeout(upgrading);
      clearTimeout(reconnectSoon);
      socket.disconnect();
      commands.refuseAll('hub-unavailable');
    },
  };
}

function afterWelcome(
  { mirror }: HubState,
  welcome: Exclude<Welcome, { type: 'turned-away' }>,
  { lastSeq }: Hello,
): HubState['mirror'] {
  if (welcome.type === 'snapshot') return toMirror(welcome);
  if (mirror === null || lastSeq === null) return null;
  const { seq: to, at, changes, loads, missed, today, deviceId, personId } = welcome;
  const next = applyChanges(mirror, { from: lastSeq, to, at, changes, loads, missed });
  return next && { ...next, today, deviceId, personId, loads, missed };
}

/** Of the same data, and begun before the newest that was seen. */
function isOutdated(told: History, newest: History | null): boolean {
  return newest !== null && told.database === newest.database && told.epoch < newest.epoch;
}

function refusalFor(reason: TurnedAway): RefusalCode {
  return reason === 'sign-in-first' || reason === 'role-not-allowed' ? reason : 'hub-unavailable';
}
