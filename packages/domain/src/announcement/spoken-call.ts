import { ANNOUNCEMENT_LIFE_MS, type Announcement } from './announcement.ts';
import type { Instant } from '../ids.ts';
import type { MissedRule } from '../site/site.ts';

/** How long a call is given where no display says what it speaks, in ms. */
export const UNREPORTED_CALL_MS = 20_000;

/**
 * Whether a call is still to be heard at `at`: calling again would only tire the room. `recent` are the latest
 * announcements of the whole room; where none of them was reported on, nobody speaks, and only a short time is waited.
 */
export function isBeingSpoken(
  call: Announcement | undefined,
  recent: Iterable<Announcement>,
  at: Instant,
): boolean {
  return isUnheard(call, at, isReported(recent, at) ? ANNOUNCEMENT_LIFE_MS : UNREPORTED_CALL_MS);
}

/** Whether it may be said that nobody came: the call was heard or has failed, or enough time was given. */
export function mayBeMissed(
  call: Announcement | undefined,
  recent: Iterable<Announcement>,
  at: Instant,
  { afterSeconds }: MissedRule,
): boolean {
  return !isUnheard(call, at, isReported(recent, at) ? afterSeconds * 1_000 : UNREPORTED_CALL_MS);
}

/** Whether a display told of the announcement: then it speaks those that wait, too. */
export function isToldByDisplay({ state, failure }: Announcement): boolean {
  if (state === 'playing' || state === 'played') return true;
  return failure === 'no-sound' || failure === 'missing-clip';
}

function isUnheard(call: Announcement | undefined, at: Instant, patienceMs: number): boolean {
  return (
    call !== undefined &&
    (call.state === 'queued' || call.state === 'playing') &&
    at - call.calledAt < Math.min(patienceMs, ANNOUNCEMENT_LIFE_MS)
  );
}

function isReported(recent: Iterable<Announcement>, at: Instant): boolean {
  for (const each of recent) {
    const patienceMs = each.state === 'playing' ? ANNOUNCEMENT_LIFE_MS : UNREPORTED_CALL_MS;
    if (isToldByDisplay(each) && at - each.stateSince < patienceMs) return true;
  }
  return false;
}
