import type { Instant } from '@motcua/domain';
import { T0 } from '@motcua/domain/builders';
import { describe, expect, it } from 'vitest';
import { createThrottle } from './throttle.ts';

describe('createThrottle', () => {
  const aThrottle = () => {
    const clock = { now: T0 };
    return { clock, throttle: createThrottle(() => clock.now, { attempts: 3, windowMs: 1_000 }) };
  };

  it('admits a few attempts, and again when the window is over', () => {
    const { clock, throttle } = aThrottle();

    expect([1, 2, 3, 4].map(() => throttle.admits('lan'))).toEqual([true, true, true, false]);
    expect(throttle.admits('hoa')).toBe(true);
    clock.now = (T0 + 1_000) as Instant;
    expect(throttle.admits('lan')).toBe(true);
  });

  it('does not count what was forgiven', () => {
    const { throttle } = aThrottle();
    for (let attempt = 0; attempt < 20; attempt += 1) {
      expect(throttle.admits('lan')).toBe(true);
      throttle.forgive('lan');
    }
  });

  it('goes on counting one key while thousands of others are invented', () => {
    const { throttle } = aThrottle();
    for (let key = 0; key < 9_000; key += 1) throttle.admits(`invented-${key}`);
    for (let attempt = 0; attempt < 3; attempt += 1) throttle.admits('lan');
    for (let key = 0; key < 900; key += 1) throttle.admits(`more-${key}`);

    expect(throttle.admits('lan')).toBe(false);
  });
});
