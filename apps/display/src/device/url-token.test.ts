import { describe, expect, it } from 'vitest';
import { takeUrlToken, withToken } from './url-token.ts';

const TOKEN = 'abcdefghijklmnopqrstuvwxyz_-0123456789ABCDE';

describe('a display that moves to another hub', () => {
  it('carries its device token in the address', () => {
    expect(takeUrlToken(withToken(TOKEN))).toBe(TOKEN);
  });

  it('carries no token when it had none', () => {
    expect(takeUrlToken(withToken(null))).toBeNull();
  });

  it.each(['', '#', '#device=', '#device=short', `#device=${TOKEN}&more`, '#link=abc'])(
    'does not accept %j as a token',
    (hash) => {
      expect(takeUrlToken(hash)).toBeNull();
    },
  );
});
