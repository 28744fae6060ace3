import { describe, expect, it } from 'vitest';
import { linkTokenIn } from './account.ts';

describe('linkTokenIn', () => {
  it.each([
    ['#link=abc-DEF_1', 'abc-DEF_1'],
    ['#devices', null],
    ['#link=', null],
    ['', null],
  ])('reads %j as %j', (hash, token) => {
    expect(linkTokenIn(hash)).toBe(token);
  });
});
