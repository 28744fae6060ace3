import type { Instant } from '@motcua/domain';

/** A clock that stands still until it is told. */
export interface FakeClock {
  readonly now: () => Instant;
  readonly advance: (ms: number) => void;
  readonly set: (at: Instant) => void;
}

/** A clock that shows `start`. */
export function createFakeClock(start: Instant): FakeClock {
  let at = start;
  return {
    now: () => at,
    advance: (ms) => {
      at = (at + ms) as Instant;
    },
    set: (instant) => {
      at = instant;
    },
  };
}

/** A clock that runs, from ten o'clock in the morning at Kim Bôi: no midnight comes while a test is under way. */
export function createMorningClock(): () => Instant {
  const aheadMs = Date.UTC(2026, 10, 23, 3) - performance.now();
  return () => Math.floor(performance.now() + aheadMs) as Instant;
}
