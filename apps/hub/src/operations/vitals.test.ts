import type { AnnouncementId, DeviceId, Instant } from '@motcua/domain';
import { anAnnouncement, T0 } from '@motcua/domain/builders';
import type { Change } from '@motcua/protocol';
import { beforeEach, describe, expect, it } from 'vitest';
import { createVitals, type Vitals } from './vitals.ts';

const WALL = 'wall' as DeviceId;

describe('what is known of devices', () => {
  let at: Instant;
  let vitals: Vitals;
  let committed: (changes: readonly Change[]) => void;

  beforeEach(() => {
    at = T0;
    vitals = createVitals({ now: () => at, onCommitted: (listener) => (committed = listener) });
  });

  const later = (seconds: number) => (at = (at + seconds * 1000) as Instant);

  it('is when they last reported, and what', () => {
    vitals.reported(WALL, '10.0.0.5', {
      at: (T0 + 90_000) as Instant,
      version: '1.2.3',
      freeBytes: 7,
    });
    later(20);
    vitals.reported(WALL, '10.0.0.6');

    expect(vitals.all()).toEqual([
      {
        deviceId: WALL,
        heardAt: at,
        address: '10.0.0.6',
        clockAheadMs: 90_000,
        version: '1.2.3',
        freeBytes: 7,
        lastCallHeardAt: null,
        webSocketBlocked: false,
      },
    ]);
  });

  it('is when a call last came out of a loudspeaker, not when one was tried', () => {
    const announcement = (state: 'playing' | 'played', deviceId: DeviceId | null): Change => ({
      type: 'announcement-changed',
      announcement: { ...anAnnouncement(), id: 'a' as AnnouncementId, state },
      seq: 1,
      at,
      by: { deviceId, personId: null, reason: null },
    });
    committed([announcement('playing', WALL), announcement('played', null)]);
    expect(vitals.all()).toEqual([]);
    later(5);
    committed([announcement('played', WALL)]);
    expect(vitals.all()).toMatchObject([{ deviceId: WALL, lastCallHeardAt: at, heardAt: at }]);
  });

  it('is nothing of a device that has not reported', () => {
    expect(vitals.all()).toEqual([]);
  });
});
