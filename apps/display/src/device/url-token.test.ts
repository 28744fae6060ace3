import { describe, expect, it } from 'vitest';
import { takeUrlToken, withToken } from './url-token.ts';

const TOKEN = 'abcdefghijklmnopqrstuvwxyz_-0123456789ABCDE';

describe('a screen that moves to another hub', () => {
  it('brings along by which token it is known', () => {
    expect(takeUrlToken(withToken(TOKEN))).toBe(TOKEN);
  });

  it('brings nothing when it was known by none', () => {
    expect(takeUrlToken(withToken(null))).toBeNull();
  });

  it.each(['', '#', '#device=', '#device=short', `#device=${TOKEN}&more`, '#link=abc'])(
    'takes %j for no token',
    (hash) => {
      expect(takeUrlToken(hash)).toBeNull();
    },
  );
});
