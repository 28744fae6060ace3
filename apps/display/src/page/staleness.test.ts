import type { HubState, Mirror } from '@motcua/client';
import { T0 } from '@motcua/domain/builders';
import { describe, expect, it } from 'vitest';
import { FRESH_FOR_MS, stalenessOf, timeBetween } from './staleness.ts';

type Shown = Pick<HubState, 'lastMessageAt' | 'mirror'>;
const shown: Shown = { mirror: {} as unknown as Mirror, lastMessageAt: T0 };

describe('the age of the shown state', () => {
  it('is not reported for the first five seconds', () => {
    expect(FRESH_FOR_MS).toBe(5_000);
    expect(stalenessOf(shown, FRESH_FOR_MS)).toBeNull();
  });

  it('is reported after that, also when the hub hangs behind an open connection', () => {
    expect(stalenessOf(shown, FRESH_FOR_MS + 1)).toEqual({ lastMessageAt: T0, ageMs: 5_001 });
  });

  it('is unknown before the first state', () => {
    expect(stalenessOf({ ...shown, mirror: null }, 65_000)).toBeNull();
  });

  it('does not shrink when the clock is set back', () => {
    const from = { clockMs: T0, uptimeMs: 1_000 };
    expect(timeBetween(from, { clockMs: T0 - 3_600_000, uptimeMs: 8_000 })).toBe(7_000);
  });

  it('includes the time that the device slept', () => {
    const from = { clockMs: T0, uptimeMs: 1_000 };
    expect(timeBetween(from, { clockMs: T0 + 900_000, uptimeMs: 2_000 })).toBe(900_000);
  });
});
