import type { Instant } from '@motcua/domain';
import { describe, expect, it } from 'vitest';
import { offsetAfterMessage, offsetFromAnswer, watchClock } from './hub-clock.ts';
import { newId } from './new-id.ts';

const at = (ms: number): Instant => ms as Instant;

describe('watchClock', () => {
  it('detects a clock that was set, once', () => {
    let [clock, uptime] = [1_000_000, 0];
    const wasSet = watchClock(
      () => clock,
      () => uptime,
    );
    clock += 3_000;
    uptime += 3_000;
    expect(wasSet()).toBe(false);
    clock -= 3_600_000;
    expect(wasSet()).toBe(true);
    expect(wasSet()).toBe(false);
  });
});

describe('offsetFromAnswer', () => {
  it('assumes that the hub read its clock half-way between question and answer', () => {
    expect(offsetFromAnswer(at(5_000), at(1_000), at(1_400))).toBe(3_800);
  });
});

describe('offsetAfterMessage', () => {
  it.each([
    ['a message was slow', 100, 1_000, 1_100, 100],
    ['a message proves that the hub is further ahead', 100, 1_500, 1_000, 500],
    ['the local clock was set far forward', 100, 1_000, 61_000, -60_000],
  ])('when %s, %d ms becomes the right offset', (_case, offsetMs, hubAt, receivedAt, expected) => {
    expect(offsetAfterMessage(offsetMs, at(hubAt), at(receivedAt))).toBe(expected);
  });
});

describe('newId', () => {
  it('is a random UUID of version 4', () => {
    const ids = Array.from({ length: 100 }, newId);
    expect(new Set(ids).size).toBe(100);
    for (const id of ids)
      expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  });
});
