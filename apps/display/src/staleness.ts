import type { HubState } from '@motcua/client';

/** Shorter gaps are a hub that starts again, and worrying the room about them helps nobody. */
export const OFFLINE_GRACE_MS = 5_000;
/** The hub says something at least every 25 s; a link silent for longer only looks alive. */
export const SILENT_LINK_MS = 70_000;

export interface Staleness {
  /** Local time of the last word from the hub. */
  readonly heardAt: number;
  readonly ageMs: number;
}

/** How old what the screen shows is, once the hub is out of reach; null while it is up to date. */
export function stalenessOf(
  { connection, heardAt, mirror }: HubState,
  now: number,
  offlineForMs: number,
): Staleness | null {
  if (mirror === null || heardAt === null) return null;
  const ageMs = Math.max(0, now - heardAt);
  const stale = connection === 'live' ? ageMs > SILENT_LINK_MS : offlineForMs >= OFFLINE_GRACE_MS;
  return stale ? { heardAt, ageMs } : null;
}
