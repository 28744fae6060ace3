import type { Instant } from '@motcua/domain';

/** A message is never early, but may be late by as much as a busy network delays it. */
const LATENESS_MS = 5_000;

/** A smaller difference is not corrected. */
const SET_BY_MS = 2_000;

/** A function that returns whether the clock was set (or the machine slept) since its last call. */
export function watchClock(clock: () => number, uptimeMs: () => number): () => boolean {
  let apart = clock() - uptimeMs();
  return () => {
    const before = apart;
    apart = clock() - uptimeMs();
    return Math.abs(apart - before) > SET_BY_MS;
  };
}

/** What to add to the local clock, when the hub's time `at` was requested at `sentAt` and came at `receivedAt`. */
export function offsetFromAnswer(at: Instant, sentAt: Instant, receivedAt: Instant): number {
  return Math.round(at - (sentAt + receivedAt) / 2);
}

/**
 * The offset after a message stamped `at` arrived at `receivedAt`.
 * It stays while the message may simply have been slow, so that clocks on screens do not jitter.
 */
export function offsetAfterMessage(offsetMs: number, at: Instant, receivedAt: Instant): number {
  const measured = at - receivedAt;
  return measured > offsetMs || measured < offsetMs - LATENESS_MS ? measured : offsetMs;
}
