import type { Instant } from '@motcua/domain';

interface Limits {
  readonly attempts: number;
  readonly windowMs: number;
}

/** Counts attempts by key in a window of time. Keys are untrusted, so there are never more than 10,000. */
export interface Throttle {
  /** Counts an attempt; false when it is one too many. Called before the slow check, so that parallel attempts gain nothing. */
  admits(key: string): boolean;
  /** Does not count an attempt that turned out to be honest. */
  forgive(key: string): void;
}

const MAX_KEYS = 10_000;

export function createThrottle(now: () => Instant, { attempts, windowMs }: Limits): Throttle {
  const counts = new Map<string, { count: number; readonly endsAt: number }>();

  return {
    admits(key) {
      const at = now();
      const running = counts.get(key);
      if (running !== undefined && running.endsAt > at) {
        if (running.count >= attempts) return false;
        running.count += 1;
        return true;
      }
      counts.delete(key);
      if (counts.size >= MAX_KEYS) {
        for (const [old, { endsAt }] of counts) if (endsAt <= at) counts.delete(old);
        const [oldest] = counts.keys();
        if (counts.size >= MAX_KEYS && oldest !== undefined) counts.delete(oldest);
      }
      counts.set(key, { count: 1, endsAt: at + windowMs });
      return true;
    },
    forgive(key) {
      const running = counts.get(key);
      if (running !== undefined && running.count > 0) running.count -= 1;
    },
  };
}
