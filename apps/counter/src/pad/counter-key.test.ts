import { aCounter } from '@motcua/domain/builders';
import { describe, expect, it } from 'vitest';
import { counterOfKey } from './counter-key.ts';

const press = { ctrlKey: false, altKey: false, metaKey: false, repeat: false };
const chosen = (key: string, numbers: readonly number[], overrides = {}) =>
  counterOfKey(
    { ...press, key, defaultPrevented: false, ...overrides },
    numbers.map((number) => aCounter({ number })),
  )?.number ?? null;

describe('a digit where a counter is chosen', () => {
  it('is the counter of that number', () => {
    expect(chosen('2', [1, 2, 3])).toBe(2);
    expect(chosen('4', [1, 2, 3])).toBeNull();
  });

  it('is ignored while it could be the beginning of another number', () => {
    expect(chosen('1', [1, 2, 12])).toBeNull();
    expect(chosen('2', [1, 2, 12])).toBe(2);
    expect(chosen('1', [12])).toBeNull();
  });

  it('is ignored with another key, held down, or on other keys', () => {
    for (const held of ['ctrlKey', 'altKey', 'metaKey', 'repeat', 'defaultPrevented'])
      expect(chosen('2', [1, 2], { [held]: true })).toBeNull();
    for (const key of ['Enter', 'F2', 'b', '']) expect(chosen(key, [1, 2])).toBeNull();
  });
});
