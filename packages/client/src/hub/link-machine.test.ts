import type { Instant } from '@motcua/domain';
import { T0 } from '@motcua/domain/builders';
import { PROTOCOL_VERSION, type Hello, type Welcome } from '@motcua/protocol';
import { describe, expect, it } from 'vitest';
import { aBatch, aCatchUp, aSnapshot, issued, turnedAway } from '../../test/tiny-hub.ts';
import { nextAddress, nextState } from './link-machine.ts';
import { newLink, type LinkEffect, type LinkEvent, type LinkState } from './link-state.ts';

const FIRST = 'http://first';
const SECOND = 'http://second';

const aHello = (part: Partial<Hello> = {}): Hello => ({
  protocolVersion: PROTOCOL_VERSION,
  role: 'counter',
  deviceToken: 'secret',
  lastSeq: null,
  history: null,
  ...part,
});
const welcomed = (welcome: Welcome, hello: Partial<Hello> = {}): LinkEvent => ({
  ...{ type: 'welcomed', welcome, hello: aHello(hello) },
  sentAt: T0,
});
const LOST: LinkEvent = { type: 'lost', retries: false };

/** The state after the events, and the effects of the last of them. */
function after(
  events: readonly LinkEvent[],
  { at = T0, nextUrl = null as string | null, from = newLink(FIRST, null) } = {},
): LinkState & { readonly effects: readonly LinkEffect[] } {
  let step = { state: from, effects: [] as readonly LinkEffect[] };
  for (const event of events) step = nextState(step.state, event, { at, nextUrl });
  return { ...step.state, effects: step.effects };
}
const live = (seq = 10): LinkState => after([{ type: 'connected' }, welcomed(aSnapshot(seq))]);

const typesOf = ({ effects }: { readonly effects: readonly LinkEffect[] }) =>
  effects.map(({ type }) => type);

describe('a link', () => {
  it('says hello once for each connection', () => {
    const greeting = after([{ type: 'connected' }]);
    expect(greeting.effects).toEqual([{ type: 'say-hello', lastSeq: null }]);
    expect(after([{ type: 'hello-due' }], { from: greeting }).effects).toEqual([]);
  });

  it('says no hello without a connection', () => {
    expect(after([{ type: 'hello-due' }]).effects).toEqual([]);
  });

  it('repeats its commands when it becomes live, and not when it catches up', () => {
    const first = after([{ type: 'connected' }, welcomed(aSnapshot(10))]);
    expect(typesOf(first)).toEqual(['remember', 'beat', 'log', 'repeat-commands']);
    const again = after([welcomed(aCatchUp(12), { lastSeq: 10 })], { from: first });
    expect(again).toMatchObject({ effects: [], shown: { mirror: { seq: 12 } } });
  });

  it('asks from its position when changes are missing', () => {
    const { effects } = after([{ type: 'changed', batch: aBatch(14, 15) }], { from: live() });
    expect(effects).toEqual([{ type: 'say-hello', lastSeq: 10 }]);
  });

  it('takes no changes between its hello and the answer', () => {
    const greeting = after([{ type: 'hello-due' }], { from: live() });
    const next = after([{ type: 'changed', batch: aBatch(10, 11, [issued(11)]) }], {
      from: greeting,
    });
    expect(next.shown).toBe(greeting.shown);
  });

  it('asks for everything after a message that it could not read', () => {
    const { effects } = after([{ type: 'unreadable', cause: null }, { type: 'hello-due' }], {
      from: live(),
    });
    expect(effects).toEqual([{ type: 'say-hello', lastSeq: null }]);
  });

  it('gives a hub that does not answer its hello a new connection, and a lost one none', () => {
    const silent = [{ type: 'connected' }, { type: 'hello-failed' }] as const;
    expect(typesOf(after(silent))).toEqual(['drop-connection']);
    expect(after([{ type: 'connected' }, LOST, { type: 'hello-failed' }]).effects).toEqual([]);
  });

  it('reconnects where the socket does not, and keeps its mirror', () => {
    const lost = after([LOST], { from: live() });
    expect(lost.effects).toEqual([{ type: 'reconnect', after: 'soon' }]);
    expect(lost.shown).toMatchObject({ connection: 'offline', mirror: { seq: 10 } });
    expect(after([{ type: 'lost', retries: true }], { from: live() }).effects).toEqual([]);
  });

  it('counts a ping as news only while it is live', () => {
    const ping: LinkEvent = { type: 'pinged', clockWasSet: false };
    const at = (T0 + 5_000) as Instant;
    expect(after([ping], { at, from: live() }).shown.lastMessageAt).toBe(at);
    expect(after([LOST, ping], { at, from: live() }).shown.lastMessageAt).toBe(T0);
  });

  it('asks for the time again after the clock was set', () => {
    expect(typesOf(after([{ type: 'pinged', clockWasSet: true }], { from: live() }))).toEqual([
      'say-hello',
    ]);
  });
});

describe('a link that is turned away', () => {
  it('refuses its commands with the reason, and asks for everything after a long pause', () => {
    const away = after([welcomed(turnedAway('sign-in-first'))], { from: live() });
    expect(away.effects.slice(1)).toEqual([
      { type: 'disconnect' },
      { type: 'refuse-commands', code: 'sign-in-first' },
      { type: 'reconnect', after: 'long-pause' },
    ]);
    expect(after([{ type: 'connected' }], { from: away }).effects).toEqual([
      { type: 'say-hello', lastSeq: null },
    ]);
  });

  it('logs a warning of it, but not of a device that was never paired', () => {
    const away = welcomed(turnedAway('unknown-device'), { deviceToken: null });
    expect(after([{ type: 'connected' }, away]).effects[0]).toMatchObject({ level: 'info' });
  });

  it('connects again at once, at the same address, on request', () => {
    const again = after([welcomed(turnedAway('sign-in-first')), { type: 'retry' }], {
      from: live(),
      nextUrl: SECOND,
    });
    expect(typesOf(again)).toEqual(['disconnect', 'connect']);
    expect(again).toMatchObject({ url: FIRST, shown: { connection: 'connecting' } });
  });
});

describe('a link with two addresses', () => {
  it('moves on when the connection is lost, and ignores the old one meanwhile', () => {
    const moving = after([LOST], { from: live(), nextUrl: SECOND });
    expect(moving).toMatchObject({ url: SECOND, effects: [{ type: 'move' }] });
    expect(after([LOST, { type: 'connected' }], { from: moving, nextUrl: FIRST })).toMatchObject({
      url: SECOND,
      effects: [],
    });
    expect(after([{ type: 'arrived' }], { from: moving }).effects).toEqual([{ type: 'dial' }]);
  });

  it('moves on from a hub that was replaced without refusing its commands', () => {
    const away = after([welcomed(turnedAway('superseded'))], { from: live(), nextUrl: SECOND });
    expect(typesOf(away)).toEqual(['log', 'move']);
    expect(away.shown).toMatchObject({ connection: 'offline', turnedAway: null });
  });

  it('does not follow a hub of an older history, and waits where there is no other', () => {
    const newest = { database: 'kim-boi', epoch: 6, life: '' };
    const outdated = after([{ type: 'connected' }, welcomed(aSnapshot(10))], {
      from: newLink(FIRST, newest),
    });
    expect(typesOf(outdated)).toEqual(['log', 'disconnect', 'reconnect']);
    expect(outdated).toMatchObject({ newest, shown: { connection: 'offline', mirror: null } });
  });

  it('tries all addresses in turn', () => {
    const all = [FIRST, SECOND, FIRST, 'http://third'];
    expect(nextAddress(FIRST, all)).toBe(SECOND);
    expect(nextAddress('http://third', all)).toBe(FIRST);
    expect(nextAddress(FIRST, [FIRST, FIRST])).toBeNull();
  });
});

describe('a link that is closed', () => {
  it('refuses its commands and does nothing more', () => {
    const closed = after([{ type: 'close' }], { from: live(), nextUrl: SECOND });
    expect(closed.effects).toEqual([
      { type: 'disconnect' },
      { type: 'refuse-commands', code: 'hub-unavailable' },
    ]);
    const events: LinkEvent[] = [LOST, { type: 'connected' }, { type: 'retry' }];
    for (const event of events) expect(after([event], { from: closed }).effects).toEqual([]);
  });
});
