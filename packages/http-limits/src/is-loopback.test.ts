import { describe, expect, it } from 'vitest';
import { isLoopback } from './is-loopback.ts';

describe('isLoopback', () => {
  it.each(['127.0.0.1', '127.9.9.9', '::1', '::ffff:127.0.0.1'])('takes %s', (address) => {
    expect(isLoopback(address)).toBe(true);
  });

  it.each([undefined, '', '192.168.1.10', '127.0.0.1.evil.example', '::2', '10.127.0.1'])(
    'does not take %s',
    (address) => {
      expect(isLoopback(address)).toBe(false);
    },
  );
});
