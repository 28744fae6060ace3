import { describe, expect, it } from 'vitest';
import { aCalledVisit, aClosedVisit, aSite, minutesAfterT0 } from './builders.ts';
import { calledOftenEnough, graceEnds, isAwaited, isMissed } from './missed.ts';

const rule = { ...aSite().missed, calls: 3, afterSeconds: 60, graceMinutes: 30 };

describe('a call that nobody answers', () => {
  const called = aCalledVisit({ calledAt: minutesAfterT0(5) });

  it('counts as missed after the calls of the rule and a little patience', () => {
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

  it('is not repeated beyond them', () => {
    expect(calledOftenEnough({ ...called, callCount: 2 }, rule)).toBe(false);
    expect(calledOftenEnough({ ...called, callCount: 3 }, rule)).toBe(true);
  });
});

describe('whoever missed a call', () => {
  const missed = aClosedVisit({ outcome: 'no-show', closedAt: minutesAfterT0(20) });

  it('is awaited for the grace time', () => {
    expect(graceEnds(missed, rule)).toBe(minutesAfterT0(50));
    expect(isAwaited(missed, minutesAfterT0(49), rule)).toBe(true);
    expect(isAwaited(missed, minutesAfterT0(50), rule)).toBe(false);
  });

  it('is awaited only when it was a real call that was missed', () => {
    const at = minutesAfterT0(21);
    expect(isAwaited({ ...missed, outcome: 'left' }, at, rule)).toBe(false);
    expect(isAwaited({ ...missed, training: true }, at, rule)).toBe(false);
    expect(isAwaited(aCalledVisit(), at, rule)).toBe(false);
  });
});
