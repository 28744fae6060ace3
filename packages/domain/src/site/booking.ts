import type { BookingId, Instant, LocalDate, QueueId, ServiceId, VisitId } from '../ids.ts';
import { openSpansOn, type OpeningHours } from './opening-hours.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { BookingRule } from './site.ts';
import type { ZoneClock } from '../clock/zone-clock.ts';

/** A place in a slot of a coming day, made by staff without a name. */
export interface Booking {
  readonly id: BookingId;
  /** What the visitor types or scans at the kiosk: `K7M4XP`. */
  readonly code: string;
  readonly serviceId: ServiceId;
  readonly queueId: QueueId;
  readonly day: LocalDate;
  /** When the slot begins. */
  readonly startsAt: Instant;
  readonly state: 'booked' | 'checked-in' | 'cancelled';
  /** The visit it became. */
  readonly visitId: VisitId | null;
}

/** What may be typed. No 0/O, 1/I/L, 2/Z, 5/S, 6/G, 8/B, U/V, which are confused on bad prints or by weak eyes. */
export const CODE_LETTERS = 'ACDEFHJKMNPQRTWXY3479';
/**
 * What new codes are made of: no vowel, no D and no W, with which Telex or VNI would join other letters when a scanner
 * types the code.
 */
const NEW_CODE_LETTERS = 'CFHJKMNPQRTX3479';
export const CODE_LENGTH = 6;

/** A code from as many random numbers, each at least 0 and below 1. */
export function toBookingCode(random: () => number): string {
  return Array.from(
    { length: CODE_LENGTH },
    () => NEW_CODE_LETTERS[Math.floor(random() * NEW_CODE_LETTERS.length)],
  ).join('');
}

/** A typed or scanned text as codes are stored; null when it cannot be a code. */
export function readBookingCode(typed: string): string | null {
  const code = typed.normalize('NFKC').toUpperCase().replaceAll(/[\s-]/g, '');
  const isCode =
    code.length === CODE_LENGTH && [...code].every((each) => CODE_LETTERS.includes(each));
  return isCode ? code : null;
}

export interface Slot {
  readonly startsAt: Instant;
  /** Bookings it can still take. */
  readonly free: number;
}

/** The slots of a day for one queue, within its opening hours; none on a closed day. */
export function slotsOf(
  day: LocalDate,
  queueId: QueueId,
  hours: OpeningHours,
  clock: ZoneClock,
  rule: BookingRule,
  bookings: Iterable<Booking>,
): readonly Slot[] {
  if (!rule.offered) return [];
  const taken = new Map<Instant, number>();
  for (const booking of bookings)
    if (booking.queueId === queueId && booking.day === day && booking.state !== 'cancelled')
      taken.set(booking.startsAt, (taken.get(booking.startsAt) ?? 0) + 1);

  const slotMs = rule.slotMinutes * 60_000;
  return openSpansOn(hours, day, clock).flatMap(({ from, to }) =>
    Array.from({ length: Math.floor((to - from) / slotMs) }, (_, index): Slot => {
      const startsAt = (from + index * slotMs) as Instant;
      return { startsAt, free: Math.max(0, rule.capacity - (taken.get(startsAt) ?? 0)) };
    }),
  );
}

export type CheckIn =
  /** In time: it counts as priority from its booked time on. */
  | { readonly as: 'booked'; readonly bookedFor: Instant }
  /** Too late to count: an ordinary ticket, so that no visitor is sent away. */
  | { readonly as: 'late' };

/** How a booking counts at the kiosk now. Refuses other days, what is too early (and says from when), cancelled or used. */
export function checkIn(
  { state, day, startsAt }: Booking,
  at: Instant,
  today: LocalDate,
  { earlyMinutes, lateMinutes }: BookingRule,
  clock: Pick<ZoneClock, 'localTime'>,
): Result<CheckIn> {
  if (state === 'cancelled') return refuse('booking-cancelled');
  if (state === 'checked-in') return refuse('already-checked-in');
  if (day !== today) return refuse('booking-other-day', { day });
  if (startsAt - at > earlyMinutes * 60_000)
    return refuse('booking-too-early', {
      time: wallTime(startsAt, clock),
      from: wallTime(startsAt - earlyMinutes * 60_000, clock),
    });
  return at - startsAt > lateMinutes * 60_000
    ? ok({ as: 'late' })
    : ok({ as: 'booked', bookedFor: startsAt });
}

/** `14:30`, as a local clock shows it. */
function wallTime(at: number, { localTime }: Pick<ZoneClock, 'localTime'>): string {
  const minutes = localTime(at as Instant);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
