import type { HubState, Mirror } from '@motcua/client';
import { T0 } from '@motcua/domain/builders';
import { expect, it } from 'vitest';
import { OFFLINE_GRACE_MS, SILENT_LINK_MS, stalenessOf } from './staleness.ts';

const aState = (part: Partial<HubState> = {}): HubState => ({
  connection: 'offline',
  turnedAway: null,
  mirror: {} as unknown as Mirror,
  clockOffsetMs: 0,
  heardAt: T0,
  ...part,
});

it('says nothing about a short gap', () => {
  expect(stalenessOf(aState(), T0 + 4_000, OFFLINE_GRACE_MS - 1)).toBeNull();
});

it('gives the age of the picture once the hub stays away', () => {
  const staleness = stalenessOf(aState(), T0 + 65_000, OFFLINE_GRACE_MS);
  expect(staleness).toEqual({ heardAt: T0, ageMs: 65_000 });
});

it('distrusts a link that is said to live but has been silent too long', () => {
  const live = aState({ connection: 'live' });
  expect(stalenessOf(live, T0 + SILENT_LINK_MS, 0)).toBeNull();
  expect(stalenessOf(live, T0 + SILENT_LINK_MS + 1, 0)?.ageMs).toBe(SILENT_LINK_MS + 1);
});

it('has no picture to be old before the first snapshot', () => {
  expect(stalenessOf(aState({ mirror: null }), T0 + 65_000, 60_000)).toBeNull();
});
