import { USUAL_BACKUP_SETTINGS } from '@motcua/domain';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { aSnapshot } from '../../test/tiny-hub.ts';
import { toMirror } from '../mirror/apply-change.ts';
import type { HubLink, HubState } from './hub-link.ts';
import { moveToStandby } from './move-to-standby.ts';

const FIRST = 'http://hub.local:7100';
const SECOND = 'http://second.local:7100';

describe('a page whose hub is gone', () => {
  let state: HubState;
  let kept: Map<string, string>;
  let gone: string[];
  let isThere: boolean;
  let stop: () => void;

  beforeEach(() => {
    vi.useFakeTimers();
    kept = new Map();
    gone = [];
    isThere = false;
    state = stateOf('live', SECOND);
  });
  afterEach(() => {
    stop();
    vi.useRealTimers();
  });

  function stateOf(connection: HubState['connection'], standbyAddress: string | null): HubState {
    const snapshot = aSnapshot(1);
    if (snapshot.type !== 'snapshot') throw new Error('No snapshot');
    const mirror = toMirror(snapshot);
    const safekeeping = { ...USUAL_BACKUP_SETTINGS, standbyAddress };
    return {
      connection,
      turnedAway: null,
      mirror: { ...mirror, settings: { ...mirror.settings, safekeeping } },
      clockOffsetMs: 0,
      history: null,
      lastMessageAt: null,
    };
  }

  function open(origin = FIRST): void {
    const hub: HubLink = {
      getState: () => state,
      subscribe: () => () => undefined,
      execute: () => Promise.reject(new Error('nothing to do')),
      ask: () => Promise.reject(new Error('nothing to ask')),
      close: () => undefined,
    };
    stop = moveToStandby({
      hub,
      origin,
      storage: {
        getItem: (key) => kept.get(key) ?? null,
        setItem: (key, value) => void kept.set(key, value),
        removeItem: (key) => void kept.delete(key),
      },
      go: (address) => gone.push(address),
      answers: async () => isThere,
    });
  }
  const aWhile = () => vi.advanceTimersByTimeAsync(3_000);

  it('goes to the second address once that answers, not before', async () => {
    open();
    state = { ...state, connection: 'offline' };
    await aWhile();
    expect(gone).toEqual([]);
    isThere = true;
    await aWhile();
    expect(gone).toEqual([SECOND]);
  });

  it('never leaves a hub that answers', async () => {
    isThere = true;
    open();
    await aWhile();
    expect(gone).toEqual([]);
  });

  it('goes when its hub says that it was replaced', async () => {
    isThere = true;
    open();
    state = { ...state, connection: 'turned-away', turnedAway: 'superseded' };
    await aWhile();
    expect(gone).toEqual([SECOND]);
  });

  it('knows the address from an earlier day, and stays where it already is', async () => {
    kept.set('motcua.standby-address', SECOND);
    isThere = true;
    state = { ...state, connection: 'connecting', mirror: null };
    open(SECOND);
    await aWhile();
    expect(gone).toEqual([]);
    stop();
    open();
    await aWhile();
    expect(gone).toEqual([SECOND]);
  });

  it('forgets an address that the centre has removed', () => {
    kept.set('motcua.standby-address', SECOND);
    state = stateOf('live', null);
    open();
    expect(kept.size).toBe(0);
  });
});
