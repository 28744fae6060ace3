import type { HubState } from '@motcua/client';

/** The hub says something every 3 s, so that what is older than this is not the present. */
export const FRESH_FOR_MS = 5_000;

export interface Staleness {
  /** Local time of the last word from the hub. */
  readonly heardAt: number;
  readonly ageMs: number;
}

/** One moment on two clocks of this device. */
export interface Moment {
  readonly clockMs: number;
  /** On a clock that nobody can set, and that may stand still while the device sleeps. */
  readonly uptimeMs: number;
}

/** A clock that was set back hides no time, and neither does a sleep; in doubt the picture is the older one. */
export function timeBetween(from: Moment, to: Moment): number {
  return Math.max(to.uptimeMs - from.uptimeMs, to.clockMs - from.clockMs);
}

/** How old what the screen shows is; null while it is fresh, however the connection is said to be. */
export function stalenessOf(
  { heardAt, mirror }: Pick<HubState, 'heardAt' | 'mirror'>,
  ageMs: number,
): Staleness | null {
  if (mirror === null || heardAt === null || ageMs <= FRESH_FOR_MS) return null;
  return { heardAt, ageMs };
}
