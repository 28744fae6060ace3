import { describe, expect, it } from 'vitest';
import { ANNOUNCEMENT_LIFE_MS, type Announcement } from './announcement.ts';
import { anAnnouncement, aSite, T0 } from '../builders.ts';
import type { Instant } from '../ids.ts';
import { isBeingSpoken, mayBeMissed } from './spoken-call.ts';

const rule = { ...aSite().missed, afterSeconds: 60 };
const after = (seconds: number) => (T0 + seconds * 1_000) as Instant;
const aCall = (part: Partial<Announcement> = {}) =>
  anAnnouncement({ calledAt: T0, stateSince: T0, ...part });
const queued = aCall();
const playing = aCall({ state: 'playing' });

describe('a call that waits for the voice', () => {
  it('is not repeated, and not missed yet, where displays speak', () => {
    const room = [queued, playing];
    expect(isBeingSpoken(queued, room, after(1))).toBe(true);
    expect(isBeingSpoken(queued, room, after(ANNOUNCEMENT_LIFE_MS / 1_000 - 1))).toBe(true);
    expect(isBeingSpoken(queued, room, after(ANNOUNCEMENT_LIFE_MS / 1_000))).toBe(false);
    expect(mayBeMissed(queued, room, after(59), rule)).toBe(false);
    expect(mayBeMissed(queued, room, after(60), rule)).toBe(true);
  });

  it.each(['queued', 'playing'] as const)('is given the same time when it is %s', (state) => {
    const call = aCall({ state });
    expect(isBeingSpoken(call, [playing], after(30))).toBe(true);
    expect(mayBeMissed(call, [playing], after(30), rule)).toBe(false);
  });

  it('is given twenty seconds where no display reports anything', () => {
    for (const room of [[], [queued], [aCall({ state: 'failed', failure: 'expired' })]]) {
      expect(isBeingSpoken(queued, room, after(19))).toBe(true);
      expect(isBeingSpoken(queued, room, after(20))).toBe(false);
      expect(mayBeMissed(queued, room, after(19), rule)).toBe(false);
      expect(mayBeMissed(queued, room, after(20), rule)).toBe(true);
    }
  });

  it('is spoken soon when a display reported on another call just now', () => {
    const another = aCall({ state: 'played', stateSince: after(10) });
    expect(isBeingSpoken(queued, [another], after(29))).toBe(true);
    expect(isBeingSpoken(queued, [another], after(30))).toBe(false);
  });
});

describe('a call whose outcome is known', () => {
  it.each([
    ['was heard', aCall({ state: 'played' })],
    ['could not be heard', aCall({ state: 'failed', failure: 'no-sound' })],
    ['was taken back', aCall({ state: 'failed', failure: 'withdrawn' })],
    ['was never announced', undefined],
  ])('may be made again, and missed, when it %s', (_, call) => {
    expect(isBeingSpoken(call, [playing], after(1))).toBe(false);
    expect(mayBeMissed(call, [playing], after(1), rule)).toBe(true);
  });
});
