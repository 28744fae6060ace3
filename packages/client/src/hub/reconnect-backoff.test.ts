import { expect, it } from 'vitest';
import { reconnectDelayMs } from './reconnect-backoff.ts';

it('spreads the attempts of clients that have waited long over two seconds', () => {
  expect([0, 0.5, 1].map((random) => reconnectDelayMs(random))).toEqual([5_000, 4_000, 3_000]);
});

it('is another one each time', () => {
  expect(new Set(Array.from({ length: 50 }, () => reconnectDelayMs())).size).toBeGreaterThan(10);
});
