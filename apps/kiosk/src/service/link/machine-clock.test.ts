import type { Instant } from '@motcua/domain';
import { T0, TODAY } from '@motcua/domain/builders';
import { describe, expect, it } from 'vitest';
import { timeOfThisKiosk } from './machine-clock.ts';

const HOUR_MS = 3_600_000;
const known = (clockOffsetMs: number) =>
  JSON.stringify({
    ...{ today: TODAY, clockOffsetMs },
    settings: { site: { zone: 'Asia/Ho_Chi_Minh' } },
  });

describe('the time of a kiosk without its hub', () => {
  function aKiosk(wall: number, centre: string | null) {
    const times = { wall, uptime: 0 };
    const now = timeOfThisKiosk(
      { recall: () => centre },
      { wall: () => times.wall as Instant, uptimeMs: () => times.uptime },
    );
    return { times, now };
  }

  it('continues from the last known day when its clock starts in 1970', () => {
    const { times, now } = aKiosk(0, known(0));
    times.uptime += HOUR_MS;
    times.wall += HOUR_MS;
    expect(now()).toBe(T0 - 8 * HOUR_MS + HOUR_MS);
    times.wall = T0;
    expect(now()).toBe(T0);
  });

  it('is its own clock, however far that is from the hub’s, while it is not set', () => {
    const { times, now } = aKiosk(T0 + 400 * 24 * HOUR_MS, known(-400 * 24 * HOUR_MS));
    expect(now()).toBe(T0 + 400 * 24 * HOUR_MS);
    times.wall += 365 * 24 * HOUR_MS;
    times.uptime += HOUR_MS;
    expect(now()).toBe(T0 + 400 * 24 * HOUR_MS + HOUR_MS);
  });

  it('is its clock where nothing is known yet, or what was stored cannot be read', () => {
    for (const centre of [null, '{}', 'x']) expect(aKiosk(T0, centre).now()).toBe(T0);
  });
});
