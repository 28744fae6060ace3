import type { HubState } from '@motcua/client';

/** The hub sends a heartbeat every 3 s, so anything older than this is stale. */
export const FRESH_FOR_MS = 5_000;

export interface Staleness {
  /** Local time of the last message from the hub. */
  readonly lastMessageAt: number;
  readonly ageMs: number;
}

/** One moment on two clocks of this device. */
export interface ClockReading {
  readonly clockMs: number;
  /** A monotonic clock, which may stop while the device sleeps. */
  readonly uptimeMs: number;
}

/** The larger difference of the two clocks: neither a clock that was set back nor a sleep hides time. */
export function timeBetween(from: ClockReading, to: ClockReading): number {
  return Math.max(to.uptimeMs - from.uptimeMs, to.clockMs - from.clockMs);
}

/** The age of the shown state; null while it is fresh, whatever the connection state says. */
export function stalenessOf(
  { lastMessageAt, mirror }: Pick<HubState, 'lastMessageAt' | 'mirror'>,
  ageMs: number,
): Staleness | null {
  if (mirror === null || lastMessageAt === null || ageMs <= FRESH_FOR_MS) return null;
  return { lastMessageAt, ageMs };
}
