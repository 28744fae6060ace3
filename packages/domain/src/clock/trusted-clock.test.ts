import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { T0 } from '../builders.ts';
import type { Instant } from '../ids.ts';
import { createTrustedClock } from './trusted-clock.ts';

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const YEAR_MS = 365 * DAY_MS;

/** A machine whose clock and uptime the test sets; it was off for `offMs` since the data were written. */
function aMachine(offMs: number | null = 0) {
  let wall = T0 + (offMs ?? 0);
  let uptime = 5 * MINUTE_MS;
  const machine = { wall: () => wall as Instant, uptimeMs: () => uptime };
  const clock = createTrustedClock(machine, offMs === null ? null : T0);
  const now = () => clock.now() - T0;
  now();
  return {
    clock,
    now,
    /** Time passes, and the clock shows it. */
    pass(ms: number) {
      wall += ms;
      uptime += ms;
    },
    /** The computer's clock is set. */
    set(ms: number) {
      wall += ms;
    },
  };
}

describe('a trusted clock', () => {
  it('is followed while it agrees with the time that passed', () => {
    const { clock, now, pass, set } = aMachine();
    for (const drift of [0, 40, -300, 5 * MINUTE_MS, -5 * MINUTE_MS]) {
      set(drift);
      pass(HOUR_MS);
      expect(clock.problem()).toBeNull();
    }
    expect(now()).toBe(5 * HOUR_MS - 260);
  });

  it.each([
    [YEAR_MS, 'ahead'],
    [DAY_MS + MINUTE_MS, 'ahead'],
    [-YEAR_MS, 'behind'],
    [0 - T0, 'behind'],
  ])('is held when it is set by %d ms, and time goes on', (jump, kind) => {
    const { clock, now, pass, set } = aMachine();
    pass(HOUR_MS);
    now();
    set(jump);
    pass(5 * SECOND_MS);
    expect(clock.problem()).toMatchObject({
      ...{ kind, since: T0 + HOUR_MS + 5 * SECOND_MS, at: T0 + HOUR_MS + 5 * SECOND_MS },
      wall: T0 + HOUR_MS + 5 * SECOND_MS + jump,
    });
    pass(10 * HOUR_MS);
    expect(now()).toBe(11 * HOUR_MS + 5 * SECOND_MS);
    expect(clock.maySweep()).toBe(false);
    set(-jump);
    expect(clock.problem()).toBeNull();
    expect(now()).toBe(11 * HOUR_MS + 5 * SECOND_MS);
  });

  it('is followed after a person says that it is right', () => {
    const { clock, now, pass, set } = aMachine();
    set(YEAR_MS);
    expect(clock.problem()?.kind).toBe('ahead');
    clock.confirm('person');
    expect([clock.problem(), now(), clock.maySweep()]).toEqual([null, YEAR_MS, true]);
    clock.confirm('computers');
    expect(clock.maySweep()).toBe(false);
    pass(DAY_MS);
    expect(now()).toBe(YEAR_MS + DAY_MS);
  });

  it('is not followed at once when it is set by hours: a mistyped time may be corrected', () => {
    const { now, pass, set } = aMachine();
    set(13 * HOUR_MS);
    pass(5 * SECOND_MS);
    expect(now()).toBe(5 * SECOND_MS);
    set(-13 * HOUR_MS);
    expect(now()).toBe(5 * SECOND_MS);
    set(7 * HOUR_MS);
    now();
    pass(5 * MINUTE_MS);
    expect(now()).toBe(7 * HOUR_MS + 5 * MINUTE_MS + 5 * SECOND_MS);
  });

  it('is held when many small jumps come to more than a day', () => {
    const { clock, now, pass, set } = aMachine();
    for (let jumps = 0; jumps < 3; jumps += 1) {
      set(9 * HOUR_MS);
      now();
      pass(6 * MINUTE_MS);
      now();
    }
    expect(clock.problem()?.kind).toBe('ahead');
    expect(now()).toBe(18 * HOUR_MS + 18 * MINUTE_MS);
  });

  it.each([
    ['a weekend', 3 * DAY_MS, null],
    ['Tết', 10 * DAY_MS, null],
    ['a repair', 30 * DAY_MS, null],
    ['a year', YEAR_MS, 'ahead'],
    ['less than nothing', -YEAR_MS, 'behind'],
  ])('after the computer was off for %s is believed or held', (_, offMs, kind) => {
    const { clock, now, pass } = aMachine(offMs);
    expect(clock.problem()?.kind ?? null).toBe(kind);
    expect(now()).toBe(kind === null ? offMs : 0);
    pass(HOUR_MS);
    expect(now()).toBe((kind === null ? offMs : 0) + HOUR_MS);
  });

  it('is followed again as soon as the network sets a clock that an empty battery had set back to 1970', () => {
    const { clock, now, pass, set } = aMachine(0 - T0);
    expect(now()).toBe(0);
    pass(30 * SECOND_MS);
    expect(clock.problem()?.kind).toBe('behind');
    set(T0 + 3 * DAY_MS);
    expect([clock.problem(), now()]).toEqual([null, 3 * DAY_MS + 30 * SECOND_MS]);
  });

  it('accepts any possible time where nothing was written yet', () => {
    expect(aMachine(null).clock.problem()).toBeNull();
    const first = createTrustedClock({ wall: () => 0 as Instant, uptimeMs: () => 0 }, null);
    expect(first.problem()?.kind).toBe('behind');
    expect(new Date(first.now()).getUTCFullYear()).toBe(2026);
  });

  it('allows deletion only after it was right for hours, or a person confirmed it', () => {
    const { clock, pass, set } = aMachine(10 * DAY_MS);
    expect(clock.maySweep()).toBe(false);
    pass(4 * HOUR_MS);
    expect(clock.maySweep()).toBe(true);
    set(20 * HOUR_MS);
    clock.now();
    pass(5 * MINUTE_MS);
    expect(clock.maySweep()).toBe(false);
    clock.confirm('person');
    expect(clock.maySweep()).toBe(true);
  });

  it('is never more than a day away from the time that passed, whatever it is set to', () => {
    const move = fc.record({
      set: fc.oneof(
        fc.integer({ min: -2 * YEAR_MS, max: 2 * YEAR_MS }),
        fc.integer({ min: -2 * DAY_MS, max: 2 * DAY_MS }),
        fc.constant(0),
      ),
      pass: fc.integer({ min: 0, max: 6 * HOUR_MS }),
    });
    fc.assert(
      fc.property(fc.array(move, { maxLength: 30 }), (moves) => {
        const { now, pass, set } = aMachine();
        let passed = 0;
        for (const { set: jump, pass: ms } of moves) {
          set(jump);
          now();
          pass(ms);
          passed += ms;
          expect(Math.abs(now() - passed)).toBeLessThanOrEqual(DAY_MS);
        }
      }),
    );
  });
});
