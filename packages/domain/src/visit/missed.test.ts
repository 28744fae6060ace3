import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aCalledVisit, aClosedVisit, aServingVisit, aSite, minutesAfterT0 } from '../builders.ts';
import { calledOftenEnough, graceEnds, isAwaited, isMissed, lingers } from './missed.ts';
import type { Visit } from './visit.ts';

const rule = { ...aSite().missed, calls: 3, afterSeconds: 60, graceMinutes: 30 };

describe('a visit in a state that should be short', () => {
  it('is reported when it has been called for ten minutes, or served for two hours', () => {
    const called = aCalledVisit({ calledAt: minutesAfterT0(5) });
    const served = aServingVisit({ servingSince: minutesAfterT0(5) });
    const after = (visit: Visit, minutes: number) => lingers(visit, minutesAfterT0(5 + minutes));
    expect([after(called, 10), after(called, 10.1), after(called, 55)]).toEqual([
      false,
      true,
      true,
    ]);
    expect([after(served, 120), after(served, 120.1)]).toEqual([false, true]);
    expect(after({ ...called, training: true }, 55)).toBe(false);
    expect(after(aClosedVisit(), 999)).toBe(false);
  });
});

describe('a call without an answer', () => {
  const called = aCalledVisit({ calledAt: minutesAfterT0(5) });

  it('counts as missed after the calls of the rule and a short delay', () => {
    const thrice = { ...called, callCount: 3 };
    expect(isMissed(thrice, minutesAfterT0(6), rule)).toBe(true);
    expect(isMissed(thrice, minutesAfterT0(5.9), rule)).toBe(false);
    expect(isMissed({ ...called, callCount: 2 }, minutesAfterT0(60), rule)).toBe(false);
  });

  it('counts as missed only that long after it was heard', () => {
    const thrice = { ...called, callCount: 3 };
    expect(isMissed(thrice, minutesAfterT0(6), rule, minutesAfterT0(5.5))).toBe(false);
    expect(isMissed(thrice, minutesAfterT0(6.5), rule, minutesAfterT0(5.5))).toBe(true);
  });

  it('is never missed before the room had its time, and then stays missed', () => {
    const minutes = fc.integer({ min: 0, max: 30 });
    fc.assert(
      fc.property(
        fc.record({ calls: fc.integer({ min: 1, max: 9 }), afterSeconds: fc.nat(600) }),
        fc.integer({ min: 1, max: 12 }),
        fc.option(minutes),
        minutes,
        (parts, callCount, heard, at) => {
          const given = { ...rule, ...parts };
          const visit = { ...called, callCount };
          const heardAt = heard === null ? null : minutesAfterT0(heard);
          const missedAt = (minute: number) =>
            isMissed(visit, minutesAfterT0(minute), given, heardAt);
          if (!missedAt(at)) return;
          expect(callCount).toBeGreaterThanOrEqual(given.calls);
          expect((at - 5) * 60).toBeGreaterThanOrEqual(given.afterSeconds);
          if (heard !== null) expect((at - heard) * 60).toBeGreaterThanOrEqual(given.afterSeconds);
          expect(missedAt(at + 1)).toBe(true);
        },
      ),
    );
  });

  it('is not repeated beyond them', () => {
    expect(calledOftenEnough({ ...called, callCount: 2 }, rule)).toBe(false);
    expect(calledOftenEnough({ ...called, callCount: 3 }, rule)).toBe(true);
  });
});

describe('a visitor who missed a call', () => {
  const missed = aClosedVisit({ outcome: 'no-show', closedAt: minutesAfterT0(20) });

  it('is awaited for the grace time', () => {
    expect(graceEnds(missed, rule)).toBe(minutesAfterT0(50));
    expect(isAwaited(missed, minutesAfterT0(49), rule)).toBe(true);
    expect(isAwaited(missed, minutesAfterT0(50), rule)).toBe(false);
  });

  it('is awaited from the missed call to the end of the grace time, without a gap', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 240 }),
        fc.integer({ min: 0, max: 300 }),
        (grace, at) => {
          const given = { ...rule, graceMinutes: grace };
          expect(isAwaited(missed, minutesAfterT0(20 + at), given)).toBe(at < grace);
        },
      ),
    );
  });

  it('is awaited only when it was a real call that was missed', () => {
    const at = minutesAfterT0(21);
    expect(isAwaited({ ...missed, outcome: 'left' }, at, rule)).toBe(false);
    expect(isAwaited({ ...missed, training: true }, at, rule)).toBe(false);
    expect(isAwaited(aCalledVisit(), at, rule)).toBe(false);
  });
});
