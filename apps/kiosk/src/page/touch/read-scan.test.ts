import { describe, expect, it } from 'vitest';
import { readScan } from './read-scan.ts';

describe('Scanned text', () => {
  it('is a booking when it is a code, by itself or at the end of an address', () => {
    expect(readScan('k7m4xp', true)).toEqual({ type: 'show-code', code: 'K7M4XP' });
    expect(readScan('https://kimboi.example/hen/K7M4XP', true)).toEqual({
      type: 'show-code',
      code: 'K7M4XP',
    });
  });

  it('is a slip otherwise', () => {
    expect(readScan(' H021 ', true)).toEqual({ type: 'ask-place', number: 'H021' });
    const address = 'https://kimboi.example/so/0190f3a2-7c1e';
    expect(readScan(address, true)).toEqual({ type: 'ask-place', number: address });
  });

  it('is the number in the first line of a slip’s text', () => {
    const text = 'H021\nĐăng ký kết hôn\n08:41 · 23/11/2026\nTrung tâm K7M4XP';
    expect(readScan(text, true)).toEqual({ type: 'ask-place', number: 'H021' });
  });

  it('is a slip where no bookings are taken', () => {
    expect(readScan('K7M4XP', false)).toEqual({ type: 'ask-place', number: 'K7M4XP' });
  });
});
