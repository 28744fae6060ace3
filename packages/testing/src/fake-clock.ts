import type { Instant } from '@motcua/domain';

/** A clock that only moves when it is set. */
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
