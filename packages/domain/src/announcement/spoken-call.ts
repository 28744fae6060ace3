import { ANNOUNCEMENT_LIFE_MS, type Announcement } from './announcement.ts';
import type { Instant } from '../ids.ts';
import type { MissedRule } from '../site/site.ts';

/** How long a call is given where no display reports what it speaks, in ms. */
export const UNREPORTED_CALL_MS = 20_000;

/**
 * Whether a call is still to be heard at `at`, so that a recall would only disturb the room. `recent` are the latest
 * announcements of the whole room; where none of them was reported on, no display speaks, and the wait is short.
 */
export function isBeingSpoken(
  call: Announcement | undefined,
  recent: Iterable<Announcement>,
  at: Instant,
): boolean {
  return isUnheard(call, at, isReported(recent, at) ? ANNOUNCEMENT_LIFE_MS : UNREPORTED_CALL_MS);
}

/** Whether a call may be marked as missed: it was heard or has failed, or enough time was given. */
export function mayBeMissed(
  call: Announcement | undefined,
  recent: Iterable<Announcement>,
  at: Instant,
  { afterSeconds }: MissedRule,
): boolean {
  return !isUnheard(call, at, isReported(recent, at) ? afterSeconds * 1_000 : UNREPORTED_CALL_MS);
}

/** Whether a display reported on the announcement: then it speaks those that are queued, too. */
export function isReportedByDisplay({ state, failure }: Announcement): boolean {
  if (state === 'playing' || state === 'played') return true;
  return failure === 'no-sound' || failure === 'missing-clip';
}

function isUnheard(call: Announcement | undefined, at: Instant, maxWaitMs: number): boolean {
  return (
    call !== undefined &&
    (call.state === 'queued' || call.state === 'playing') &&
    at - call.calledAt < Math.min(maxWaitMs, ANNOUNCEMENT_LIFE_MS)
  );
}

function isReported(recent: Iterable<Announcement>, at: Instant): boolean {
  for (const each of recent) {
    const maxWaitMs = each.state === 'playing' ? ANNOUNCEMENT_LIFE_MS : UNREPORTED_CALL_MS;
    if (isReportedByDisplay(each) && at - each.stateSince < maxWaitMs) return true;
  }
  return false;
}
