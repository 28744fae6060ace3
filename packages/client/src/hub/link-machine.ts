import type { Instant, RefusalCode } from '@motcua/domain';
import type { Changes, Hello, HubHistory, TurnedAway, Welcome } from '@motcua/protocol';
import { applyChanges, toMirror } from '../mirror/apply-change.ts';
import { offsetAfterMessage, offsetFromAnswer } from './hub-clock.ts';
import type { HubState } from './hub-link.ts';
import type { LinkEffect, LinkEvent, LinkState, Step, Surroundings } from './link-state.ts';

/** The whole behaviour of the link: no socket, no timer, no clock. Throws on a message that it cannot read. */
export function nextState(state: LinkState, event: LinkEvent, around: Surroundings): Step {
  if (state.closed) return step(state);
  if (state.moving && !['arrived', 'retry', 'close'].includes(event.type)) return step(state);
  switch (event.type) {
    case 'connected':
      return greet({ ...state, online: true });
    case 'hello-due':
      return greet(state);
    case 'hello-failed': {
      // On a closed socket this is expected; otherwise the hub hangs and a new connection may help.
      const next = { ...state, greeting: false };
      return state.online ? step(next, { type: 'drop-connection' }) : step(next);
    }
    case 'welcomed':
      return welcomed({ ...state, greeting: false }, event, around);
    case 'changed':
      return changed(state, event.batch, around.at);
    case 'pinged':
      // A hub that pings but has not admitted this client makes the mirror no fresher.
      if (state.shown.connection !== 'live') return step(state);
      // After the clock was set, the offset would be wrong until the next change, so it is requested.
      return event.clockWasSet ? greet(state) : step(show(state, { lastMessageAt: around.at }));
    case 'unreadable':
      return step(
        { ...state, greeting: false, startAfresh: true },
        log('warn', { cause: event.cause }, 'a message of the hub could not be read'),
        { type: 'say-hello-later' },
      );
    case 'websocket-checked':
      if ((state.shown.webSocketBlocked ?? false) === event.blocked) return step(state);
      return step(show(state, { webSocketBlocked: event.blocked }));
    case 'lost':
      return lost(state, event.retries, around);
    case 'arrived':
      return step({ ...state, moving: false }, { type: 'dial' });
    case 'retry': {
      const next = show(
        { ...offline(state), moving: false, startAfresh: true },
        { connection: 'connecting', turnedAway: null },
      );
      // A new handshake, because a browser shows its session cookie only then.
      return step(next, { type: 'disconnect' }, { type: state.moving ? 'dial' : 'connect' });
    }
    case 'close':
      return step(
        { ...shownOffline(offline(state)), closed: true },
        { type: 'disconnect' },
        { type: 'refuse-commands', code: 'hub-unavailable' },
      );
  }
}

/** What a client that was turned away refuses commands with. */
export function refusalFor(reason: TurnedAway): RefusalCode {
  return reason === 'sign-in-first' || reason === 'role-not-allowed' ? reason : 'hub-unavailable';
}

/** The address after `url` in the ring of all; null: there is no other. */
export function nextAddress(url: string, all: readonly string[]): string | null {
  const ring = [...new Set(all)];
  const next = ring[(ring.indexOf(url) + 1) % ring.length];
  return next === undefined || next === url ? null : next;
}

function step(state: LinkState, ...effects: readonly LinkEffect[]): Step {
  return { state, effects };
}

function log(level: 'info' | 'warn', detail: object, message: string): LinkEffect {
  return { type: 'log', level, detail, message };
}

function show(state: LinkState, part: Partial<HubState>): LinkState {
  return { ...state, shown: { ...state.shown, ...part } };
}

function offline(state: LinkState): LinkState {
  return { ...state, online: false, greeting: false };
}

function shownOffline(state: LinkState): LinkState {
  const { connection } = state.shown;
  if (connection === 'turned-away' || connection === 'offline') return state;
  return show(state, { connection: 'offline' });
}

function greet(state: LinkState): Step {
  if (state.greeting || !state.online) return step(state);
  const lastSeq = state.startAfresh ? null : (state.shown.mirror?.seq ?? null);
  return step({ ...state, greeting: true }, { type: 'say-hello', lastSeq });
}

function move(state: LinkState, url: string): Step {
  return step({ ...offline(state), url, moving: true }, { type: 'move' });
}

function lost(before: LinkState, retries: boolean, { nextUrl }: Surroundings): Step {
  const state = shownOffline(offline(before));
  const { connection } = state.shown;
  if (connection === 'offline' && nextUrl !== null) return move(state, nextUrl);
  // The hub closed the connection itself, so the socket does not try again on its own.
  if (retries || connection === 'turned-away') return step(state);
  return step(state, { type: 'reconnect', after: 'soon' });
}

function welcomed(
  state: LinkState,
  { welcome, hello, sentAt }: Extract<LinkEvent, { type: 'welcomed' }>,
  around: Surroundings,
): Step {
  if (welcome.type === 'turned-away')
    return turnedAway(state, welcome.reason, hello.deviceToken === null, around);
  const { history } = welcome;
  const { newest } = state;
  if (newest !== null && isOutdated(history, newest)) return outdated(state, history, around);
  const mirror = mirrorAfter(state.shown, welcome, hello);
  if (mirror === null) return greet({ ...state, startAfresh: true });

  const { at: lastMessageAt } = around;
  const clockOffsetMs = offsetFromAnswer(welcome.at, sentAt, lastMessageAt);
  const next = show(
    { ...state, startAfresh: false, newest: history },
    { connection: 'live', turnedAway: null, mirror, history, clockOffsetMs, lastMessageAt },
  );
  const isKnown = newest?.database === history.database && newest.epoch === history.epoch;
  const effects: LinkEffect[] = isKnown ? [] : [{ type: 'remember', history }];
  if (state.shown.connection !== 'live') {
    const detail = { role: hello.role, seq: welcome.seq, how: welcome.type };
    effects.push({ type: 'beat' }, log('info', detail, 'live'), { type: 'repeat-commands' });
  }
  return step(next, ...effects);
}

/** Of the same data, and begun before the newest that was seen. */
function isOutdated(shown: HubHistory, newest: HubHistory): boolean {
  return shown.database === newest.database && shown.epoch < newest.epoch;
}

/** A replaced hub is back: to follow it would split the history. */
function outdated(state: LinkState, shown: HubHistory, { nextUrl }: Surroundings): Step {
  const { url, newest } = state;
  const warning = log('warn', { url, shown, newest }, 'turned away from an outdated hub');
  const next = show(state, { connection: 'offline', turnedAway: null });
  if (nextUrl === null)
    return step(
      offline(next),
      warning,
      { type: 'disconnect' },
      { type: 'reconnect', after: 'long-pause' },
    );
  const moved = move(next, nextUrl);
  return step(moved.state, warning, ...moved.effects);
}

function turnedAway(
  before: LinkState,
  reason: TurnedAway,
  isNew: boolean,
  { at, nextUrl }: Surroundings,
): Step {
  const state = { ...before, startAfresh: true };
  // A device that was never paired is no fault.
  const note = isNew
    ? log('info', { reason }, 'not let in yet')
    : log('warn', { reason }, 'turned away');
  if (reason === 'superseded' && nextUrl !== null) {
    const moved = move(
      show(state, { connection: 'offline', turnedAway: null, lastMessageAt: at }),
      nextUrl,
    );
    return step(moved.state, note, ...moved.effects);
  }
  return step(
    show(offline(state), { connection: 'turned-away', turnedAway: reason, lastMessageAt: at }),
    note,
    { type: 'disconnect' },
    { type: 'refuse-commands', code: refusalFor(reason) },
    { type: 'reconnect', after: 'long-pause' },
  );
}

function changed(state: LinkState, batch: Changes, lastMessageAt: Instant): Step {
  const { mirror: before, clockOffsetMs: offset } = state.shown;
  if (before === null || state.greeting) return step(state);
  const mirror = applyChanges(before, batch);
  if (mirror === null) return greet(state);
  const clockOffsetMs = offsetAfterMessage(offset, batch.at, lastMessageAt);
  return step(show(state, { mirror, lastMessageAt, clockOffsetMs }));
}

function mirrorAfter(
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
