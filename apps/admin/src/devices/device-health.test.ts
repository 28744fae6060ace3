import type { DeviceId } from '@motcua/domain';
import { minutesAfterT0, T0 } from '@motcua/domain/builders';
import { describe, expect, it } from 'vitest';
import type { DeviceVitals } from '@motcua/protocol/http';
import { deviceHealth } from './device-health.ts';

const WALL = { id: 'wall' as DeviceId, role: 'display', revoked: false } as const;
const WELL: DeviceVitals = {
  deviceId: WALL.id,
  address: null,
  heardAt: T0,
  clockAheadMs: 20,
  version: '0.1.0',
  freeBytes: 10 * 1024 ** 3,
  lastCallHeardAt: null,
  webSocketBlocked: false,
};

describe('the health of a device', () => {
  const vitals = (part: Partial<DeviceVitals>, at = T0) => ({
    at,
    devices: [{ ...WELL, ...part }],
  });
  const lines = (part: Partial<DeviceVitals>, at = T0) =>
    deviceHealth(WALL, vitals(part, at)).map(({ tone, key, params }) =>
      [tone, key, ...Object.values(params)].join(' '),
    );

  it('is the time since its last report, and a fault once that is too long', () => {
    expect(lines({})).toEqual(['plain admin.ago-now']);
    expect(lines({}, minutesAfterT0(2))).toEqual(['fault admin.ago-minutes 2']);
    expect(lines({}, minutesAfterT0(180))).toEqual(['fault admin.ago-hours 3']);
    expect(lines({}, minutesAfterT0(5_000))).toEqual(['fault admin.ago-days 3']);
  });

  it('names a clock that is off, a disk that is full, and the last call that was heard', () => {
    const lastCallHeardAt = minutesAfterT0(-7);
    expect(lines({ clockAheadMs: -240_000, freeBytes: 99 * 1024 ** 2, lastCallHeardAt })).toEqual([
      'plain admin.ago-now',
      'fault admin.clock-off 4',
      'fault admin.disk-low 99 MB',
      'plain admin.last-call-heard 7',
    ]);
  });

  it('reports that WebSocket is blocked where the device stands', () => {
    expect(lines({ webSocketBlocked: true })).toEqual([
      'plain admin.ago-now',
      'fault admin.websocket-blocked',
    ]);
  });

  it('is a fault of one that never reported, and nothing of one that is revoked or signs in', () => {
    const none = { at: T0, devices: [] };
    expect(deviceHealth(WALL, none)).toMatchObject([{ tone: 'fault', key: 'admin.never-heard' }]);
    expect(deviceHealth({ ...WALL, revoked: true }, none)).toEqual([]);
    expect(deviceHealth({ ...WALL, role: 'counter' }, none)).toEqual([]);
  });
});
