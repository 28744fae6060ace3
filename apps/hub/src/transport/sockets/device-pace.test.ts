import type { DeviceId } from '@motcua/domain';
import { describe, expect, it } from 'vitest';
import { createDevicePace } from './device-pace.ts';

const KIOSK = 'kiosk' as DeviceId;

describe('The pace of a device', () => {
  let nowMs = 0;
  const passed = (pace: ReturnType<typeof createDevicePace>, type: 'issue-ticket' | 'check-in') =>
    Array.from({ length: 200 }, () => pace(KIOSK, type)).filter(Boolean).length;

  it('lets ten seconds’ worth of touches pass at once, and then as many as hands can do', () => {
    nowMs = 0;
    const pace = createDevicePace(50, () => nowMs);
    expect(passed(pace, 'issue-ticket')).toBe(10);
    expect(passed(pace, 'check-in')).toBe(5);
    nowMs += 60_000;
    expect(passed(pace, 'check-in')).toBe(5);
    nowMs += 3_000;
    expect(passed(pace, 'issue-ticket')).toBe(10);
    nowMs += 3_000;
    expect(passed(pace, 'issue-ticket')).toBe(3);
  });

  it('is counted for each device, and does not limit background reports', () => {
    const pace = createDevicePace(50, () => nowMs);
    for (let n = 0; n < 20; n += 1) pace(KIOSK, 'issue-ticket');
    expect(pace('other' as DeviceId, 'issue-ticket')).toBe(true);
    expect(Array.from({ length: 900 }, () => pace(KIOSK, 'settle-ticket'))).not.toContain(false);
  });

  it('is unlimited where commands are', () => {
    expect(
      passed(
        createDevicePace(Infinity, () => nowMs),
        'issue-ticket',
      ),
    ).toBe(200);
  });
});
