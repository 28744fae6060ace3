import type { Instant, LocalText } from '../ids.ts';
import { openingAt, openSpansOn, type Opening } from '../site/opening-hours.ts';
import type { Site } from '../site/site.ts';
import { addDays, type ZoneClock } from '../clock/zone-clock.ts';

/** Whether numbers are given by the hours of the centre; if not, why, and when they are given again. */
export type Issuing =
  | { readonly open: true }
  | {
      readonly open: false;
      /** `break`: it was open today and opens again today; `numbers-ended`: the last ones before a closing were given. */
      readonly why: 'closed' | 'break' | 'numbers-ended';
      /** Null: not within 400 days. */
      readonly opensAt: Instant | null;
      readonly opensOn: 'today' | 'tomorrow' | 'later' | null;
      /** Why the day is closed; null outside the hours of an ordinary day. */
      readonly reason: LocalText | null;
    };

type IssuingRules = Pick<Site, 'hours' | 'lastTicketMinutes'>;

/** Whether numbers are given at an instant, and when they are given next; by the opening hours and their last minutes. */
export function issuingAt(
  { hours, lastTicketMinutes }: IssuingRules,
  at: Instant,
  clock: ZoneClock,
): Issuing {
  const opening = openingAt(hours, at, clock);
  if (!opening.open) {
    const { opensAt, reason } = opening;
    const opensOn = dayOf(opensAt, at, clock);
    const [first] = openSpansOn(hours, clock.localDate(at), clock);
    const why = opensOn === 'today' && first !== undefined && first.to <= at ? 'break' : 'closed';
    return { open: false, why, opensAt, opensOn, reason };
  }
  if (!numbersEnded(opening, lastTicketMinutes, at)) return { open: true };
  const next = openingAt(hours, opening.until, clock);
  const opensAt = next.open ? null : next.opensAt;
  const opensOn = dayOf(opensAt, at, clock);
  return { open: false, why: 'numbers-ended', opensAt, opensOn, reason: null };
}

/** Whether the last numbers before the next closing were given: `lastTicketMinutes` before it, 0 for never. */
export function numbersEnded(opening: Opening, lastTicketMinutes: number, at: Instant): boolean {
  const lastMs = lastTicketMinutes * 60_000;
  return opening.open && lastMs > 0 && opening.until - at <= lastMs;
}

function dayOf(opensAt: Instant | null, at: Instant, clock: ZoneClock) {
  if (opensAt === null) return null;
  const [today, day] = [clock.localDate(at), clock.localDate(opensAt)];
  if (day === today) return 'today';
  return day === addDays(today, 1) ? 'tomorrow' : 'later';
}
