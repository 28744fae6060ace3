import type {
  CounterId,
  Instant,
  LocalDate,
  PersonId,
  QueueId,
  ServiceId,
  VisitId,
} from './ids.ts';

/** The number and the paper; it never changes. */
export interface Ticket {
  /** What the visitor reads and hears: "H021". */
  readonly number: string;
  /** Position in the site's tickets of the day; the last word in every tie. */
  readonly seq: number;
  /** BCP 47 tag chosen at the kiosk. */
  readonly language: string;
}

export type PriorityClass = 'normal' | 'priority';

export type Reservation =
  | { readonly type: 'counter'; readonly counterId: CounterId }
  | { readonly type: 'clerk'; readonly clerkId: PersonId };

export interface VisitCore {
  readonly id: VisitId;
  readonly day: LocalDate;
  readonly ticket: Ticket;
  readonly serviceId: ServiceId;
  readonly queueId: QueueId;
  /** When the wait began; no action ever moves it. */
  readonly arrivedAt: Instant;
  readonly priority: PriorityClass;
  readonly bookedFor: Instant | null;
  /** Not to be called earlier; null means at once. */
  readonly notBefore: Instant | null;
  readonly reservedFor: Reservation | null;
  /** Calls and recalls since the visit last waited. */
  readonly callCount: number;
}

interface AtCounter {
  readonly counterId: CounterId;
  readonly clerkId: PersonId;
}

export type Outcome = 'served' | 'no-show' | 'left' | 'cancelled' | 'withdrawn';

/** Each state carries exactly the fields that make sense in it, so an impossible visit cannot be built. */
export type Visit = VisitCore &
  (
    | { readonly state: 'waiting'; readonly waitingSince: Instant }
    | (AtCounter & { readonly state: 'called'; readonly calledAt: Instant })
    | (AtCounter & { readonly state: 'serving'; readonly servingSince: Instant })
    | (AtCounter & { readonly state: 'parked'; readonly parkedAt: Instant })
    | { readonly state: 'closed'; readonly closedAt: Instant; readonly outcome: Outcome }
  );

export type VisitState = Visit['state'];
export type VisitIn<S extends VisitState> = Extract<Visit, { state: S }>;

/** The visit without the fields of its state. */
export function coreOf(visit: Visit): VisitCore {
  return {
    id: visit.id,
    day: visit.day,
    ticket: visit.ticket,
    serviceId: visit.serviceId,
    queueId: visit.queueId,
    arrivedAt: visit.arrivedAt,
    priority: visit.priority,
    bookedFor: visit.bookedFor,
    notBefore: visit.notBefore,
    reservedFor: visit.reservedFor,
    callCount: visit.callCount,
  };
}

/** The counter that holds the visit now; null while it waits or is closed. */
export function counterOf(visit: Visit): CounterId | null {
  return visit.state === 'called' || visit.state === 'serving' || visit.state === 'parked'
    ? visit.counterId
    : null;
}
