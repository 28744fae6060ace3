import { beforeEach, describe, expect, it } from 'vitest';
import { createMachineClock } from './machine-clock.ts';

describe('the time of the machine', () => {
  let times: { wall: number; awake: number; sinceBoot: number };
  const clockNow = () =>
    createMachineClock({
      wall: () => times.wall,
      awake: () => times.awake,
      sinceBoot: () => times.sinceBoot,
    });

  beforeEach(() => {
    times = { wall: 1_000_000, awake: 500, sinceBoot: 60_000 };
  });
  const pass = (ms: number) => {
    times.awake += ms;
    times.wall += ms;
    times.sinceBoot += ms;
  };

  it('passes while the computer sleeps', () => {
    const { uptimeMs } = clockNow();
    const before = uptimeMs();
    pass(2_000);
    times.wall += 60 * 3_600_000;
    times.sinceBoot += 60 * 3_600_000;
    expect(uptimeMs() - before).toBe(60 * 3_600_000 + 2_000);
    pass(5_000);
    expect(uptimeMs() - before).toBe(60 * 3_600_000 + 7_000);
  });

  it('is not moved by a clock that is set', () => {
    const { uptimeMs, wall } = clockNow();
    const before = uptimeMs();
    times.wall += 365 * 24 * 3_600_000;
    pass(300);
    expect(uptimeMs() - before).toBe(300);
    expect(wall()).toBe(times.wall);
  });
});
