import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CALM_MS,
  createPressGuard,
  RESTING_MS,
  SETTLE_MS,
  SLOW_HAND_CALM_MS,
  type GlassPoint,
} from './press-guard.ts';

const NEAR_PX = 139;
const TREMBLE_PX = 44;
const HERE: GlassPoint = { x: 500, y: 900 };
const BESIDE: GlassPoint = { x: HERE.x + 60, y: HERE.y - 60 };
const ELSEWHERE: GlassPoint = { x: 500, y: 300 };
const FINGER = 1;

/** A guard whose first screen has been visible for some time. */
function aGlass(calmMs: number = CALM_MS) {
  const guard = createPressGuard(() => ({ nearPx: NEAR_PX, tremblePx: TREMBLE_PX, calmMs }));
  /** A tap of 80 ms; returns whether its button would have acted. */
  const tap = (at: number, point: GlassPoint = HERE, repeats = false): boolean => {
    guard.pressed(FINGER, point, at);
    const counts = guard.counts(FINGER);
    guard.lifted(FINGER, at + 80);
    const acts = counts && guard.stillMeant(FINGER, at + 80);
    if (acts && !repeats) guard.acted(FINGER);
    return acts;
  };
  return { guard, tap };
}

describe('the press guard', () => {
  it('accepts a tap on a screen that was visible before', () => {
    expect(aGlass().tap(0)).toBe(true);
  });

  it.each([100, 200, 350, 450, 600, 750, 900])(
    'ignores a second tap after %i ms, on any screen',
    (afterMs) => {
      const { guard, tap } = aGlass();
      expect(tap(0)).toBe(true);
      guard.changed(90);
      expect(tap(afterMs)).toBe(false);
      expect(tap(afterMs + 300, BESIDE)).toBe(false);
    },
  );

  it('ignores it also where the screen stayed, so that no choice is toggled on and off', () => {
    const { tap } = aGlass();
    expect(tap(0)).toBe(true);
    expect(tap(300)).toBe(false);
    expect(tap(300 + 80 + CALM_MS)).toBe(true);
  });

  it('accepts every tap of a repeating key while the screen stays', () => {
    const { guard, tap } = aGlass();
    for (const at of [0, 150, 300, 450]) expect(tap(at, HERE, true)).toBe(true);
    guard.changed(540);
    expect(tap(900, HERE, true)).toBe(false);
  });

  it('accepts a tap elsewhere as soon as the screen has been visible briefly', () => {
    const { guard, tap } = aGlass();
    tap(0);
    guard.changed(90);
    expect(tap(90 + SETTLE_MS - 1, ELSEWHERE)).toBe(false);
    expect(tap(90 + SETTLE_MS, ELSEWHERE)).toBe(true);
  });

  it('waits until the finger has left, and for the pause after that', () => {
    const { guard } = aGlass();
    guard.pressed(FINGER, HERE, 0);
    guard.changed(50);
    guard.pressed(2, BESIDE, 4_000);
    expect(guard.counts(2)).toBe(false);
    guard.lifted(2, 4_050);
    guard.lifted(FINGER, 4_100);
    guard.pressed(2, BESIDE, 4_100 + CALM_MS - 1);
    expect(guard.counts(2)).toBe(false);
  });

  it('waits for the end of a burst of taps', () => {
    const { guard, tap } = aGlass();
    tap(0);
    guard.changed(90);
    for (let at = 500; at < 4_000; at += 500) expect(tap(at)).toBe(false);
    expect(tap(3_500 + 80 + CALM_MS)).toBe(true);
  });

  it('guards the place of a press also on a screen that appears later by itself', () => {
    const { guard, tap } = aGlass();
    tap(0);
    guard.changed(5_000);
    expect(tap(5_000 + CALM_MS - 1)).toBe(false);
  });

  it('waits longer after a double tap was detected', () => {
    const { guard, tap } = aGlass(SLOW_HAND_CALM_MS);
    tap(0);
    guard.changed(90);
    expect(tap(90 + CALM_MS + 100)).toBe(false);
    expect(tap(90 + CALM_MS + 100 + 80 + SLOW_HAND_CALM_MS)).toBe(true);
  });

  it('drops a press when the screen changes under the finger', () => {
    const { guard } = aGlass();
    guard.pressed(FINGER, HERE, 0);
    guard.changed(200);
    expect(guard.stillMeant(FINGER, 300)).toBe(false);
  });

  it('ignores a resting object on the screen, and accepts every other finger meanwhile', () => {
    const { guard, tap } = aGlass();
    const BAG = 7;
    guard.pressed(BAG, HERE, 0);
    // A touch panel always reports small movements.
    for (let at = 100; at < RESTING_MS; at += 100)
      guard.moved(BAG, { x: HERE.x + (at % 3), y: HERE.y }, at);
    expect(guard.isResting(BAG, RESTING_MS - 1)).toBe(false);
    expect(guard.isResting(BAG, RESTING_MS)).toBe(true);
    expect(guard.stillMeant(BAG, RESTING_MS + 10)).toBe(false);
    expect(tap(RESTING_MS, ELSEWHERE)).toBe(true);
    guard.changed(RESTING_MS + 90);
    expect(tap(RESTING_MS + 90 + SETTLE_MS, BESIDE)).toBe(true);
    guard.lifted(BAG, RESTING_MS + 5_000);
    expect(guard.stillMeant(BAG, RESTING_MS + 5_000)).toBe(false);
  });

  it('accepts a pointer again whose end was never reported', () => {
    const { guard, tap } = aGlass();
    guard.pressed(FINGER, ELSEWHERE, 0);
    expect(tap(60_000)).toBe(true);
  });

  it('never accepts a press near one that acted, before the pause is over', () => {
    const step = fc.record({
      waitMs: fc.integer({ min: 20, max: 2_500 }),
      heldMs: fc.integer({ min: 10, max: 400 }),
      x: fc.integer({ min: 0, max: 400 }),
      y: fc.integer({ min: 0, max: 400 }),
      changes: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const { guard } = aGlass();
        const acted: (GlassPoint & { readonly calmAt: number })[] = [];
        let at = 0;
        for (const { waitMs, heldMs, x, y, changes } of steps) {
          at += waitMs;
          guard.pressed(FINGER, { x, y }, at);
          const counts = guard.counts(FINGER);
          const near = acted.filter((each) => Math.hypot(each.x - x, each.y - y) <= NEAR_PX);
          if (near.some(({ calmAt }) => at < calmAt)) expect(counts).toBe(false);
          at += heldMs;
          guard.lifted(FINGER, at);
          if (!counts) continue;
          guard.acted(FINGER);
          acted.push({ x, y, calmAt: at + CALM_MS });
          if (changes) guard.changed((at += 10));
        }
      }),
    );
  });
});
