import type {
  CounterId,
  Instant,
  LocalDate,
  PersonId,
  QueueId,
  ServiceId,
  VisitId,
} from '../ids.ts';
import type { RecordedResult } from '../dossier/step-result.ts';

/** The number and the paper; it never changes. */
export interface Ticket {
  /** What the visitor reads and hears: "H021". */
  readonly number: string;
  /** Position in the site's tickets of the day; decides every remaining tie. */
  readonly seq: number;
  /** BCP 47 tag chosen at the kiosk. */
  readonly language: string;
}

export type PriorityClass = 'normal' | 'priority';

export type Reservation =
  | { readonly type: 'counter'; readonly counterId: CounterId }
  | { readonly type: 'clerk'; readonly clerkId: PersonId };

/** One service within a visit that is still to come. */
export interface NextStep {
  readonly serviceId: ServiceId;
  readonly queueId: QueueId;
  /** Short by its service. */
  readonly quick: boolean;
  readonly reservedFor: Reservation | null;
}

/** `unfinished`: the service was begun and not done, as when the visitor is sent back to wait. */
export type StepOutcome = 'served' | 'transferred' | 'unfinished';

/** One stay at a counter that is behind the visitor. */
export interface PastStep {
  readonly serviceId: ServiceId;
  readonly queueId: QueueId;
  readonly counterId: CounterId;
  readonly clerkId: PersonId;
  /** When serving began, parked in between or not; absent in visits of an older version. */
  readonly startedAt?: Instant;
  readonly endedAt: Instant;
  readonly outcome: StepOutcome;
}

/** The party that came with one ticket. */
export interface Party {
  readonly people: number;
  readonly files: number;
  /** For a person who could not come. */
  readonly proxy: boolean;
}

export const ONE_PERSON: Party = { people: 1, files: 1, proxy: false };
/** A family with a folder; more is better explained to the clerk. */
export const LARGEST_PARTY = 20;
/** What can be done in one visit without losing track. */
export const MAX_STEPS = 5;

export interface VisitCore {
  readonly id: VisitId;
  readonly day: LocalDate;
  readonly ticket: Ticket;
  /** Of the step it waits for or is in. */
  readonly serviceId: ServiceId;
  readonly queueId: QueueId;
  /** Short by its service; whether the visit is, several files decide as well: `isShort`. */
  readonly quick: boolean;
  /** When its service was begun, parked since or not; absent before. */
  readonly begunAt?: Instant;
  /** No action ever moves it. */
  readonly arrivedAt: Instant;
  /** When the centre opened on the day to which the visit was carried over; absent: it waits since its arrival. */
  readonly waitsFrom?: Instant;
  /** Until when the visitor was told to be called; absent where no time was shown, and in visits of an older version. */
  readonly promisedUntil?: Instant;
  /** When it was first called; absent before, and in visits of an older version. */
  readonly firstCalledAt?: Instant;
  /** Time in line after the first call that is over, in ms; absent where there was none. */
  readonly rewaitedMs?: number;
  /** From when its place in line counts after a missed call; null: from arrival. */
  readonly placedAt: Instant | null;
  readonly priority: PriorityClass;
  readonly bookedFor: Instant | null;
  /** Not to be called earlier; null means at once. */
  readonly notBefore: Instant | null;
  readonly reservedFor: Reservation | null;
  /** Calls and recalls since the visit last waited. */
  readonly callCount: number;
  readonly past: readonly PastStep[];
  /** What was done in steps that are over, the latest recorded last; absent where nothing was recorded. */
  readonly results?: readonly RecordedResult[];
  /** In the order chosen; which of them comes next is `nextStepOf`. */
  readonly next: readonly NextStep[];
  readonly party: Party;
  /** The visitor has used "hold my place". */
  readonly held: boolean;
  /** A marked ticket for practice, in no figure and on no display. */
  readonly training: boolean;
}

interface AtCounter {
  readonly counterId: CounterId;
  readonly clerkId: PersonId;
}

export const OUTCOMES = ['served', 'no-show', 'left', 'cancelled', 'withdrawn'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Each state carries exactly the fields that make sense in it, so an impossible visit cannot be built. */
export type Visit = VisitCore &
  (
    | { readonly state: 'waiting'; readonly waitingSince: Instant }
    | (AtCounter & { readonly state: 'called'; readonly calledAt: Instant })
    | (AtCounter & { readonly state: 'serving'; readonly servingSince: Instant })
    | (AtCounter & {
        readonly state: 'parked';
        readonly parkedAt: Instant;
        /** Any counter of the queue may go on with it. */
        readonly shared: boolean;
      })
    | { readonly state: 'closed'; readonly closedAt: Instant; readonly outcome: Outcome }
  );

export type VisitState = Visit['state'];
export type VisitIn<S extends VisitState> = Extract<Visit, { state: S }>;

/** What is known of a visit when its ticket is issued. */
export type NewVisit = Pick<
  VisitCore,
  'id' | 'day' | 'ticket' | 'serviceId' | 'queueId' | 'quick' | 'arrivedAt' | 'priority'
> &
  Partial<VisitCore>;

/** A new waiting visit; what is not given is that of one person with one file. */
export function newVisit(visit: NewVisit): VisitIn<'waiting'> {
  return {
    placedAt: null,
    bookedFor: null,
    notBefore: null,
    reservedFor: null,
    callCount: 0,
    past: [],
    next: [],
    party: ONE_PERSON,
    held: false,
    training: false,
    ...visit,
    state: 'waiting',
    waitingSince: visit.arrivedAt,
  };
}

/** The visit without the fields of its state. */
export function coreOf(visit: Visit): VisitCore {
  return {
    id: visit.id,
    day: visit.day,
    ticket: visit.ticket,
    serviceId: visit.serviceId,
    queueId: visit.queueId,
    quick: visit.quick,
    ...(visit.begunAt === undefined ? {} : { begunAt: visit.begunAt }),
    arrivedAt: visit.arrivedAt,
    ...(visit.waitsFrom === undefined ? {} : { waitsFrom: visit.waitsFrom }),
    ...(visit.promisedUntil === undefined ? {} : { promisedUntil: visit.promisedUntil }),
    ...(visit.firstCalledAt === undefined ? {} : { firstCalledAt: visit.firstCalledAt }),
    ...(visit.rewaitedMs === undefined ? {} : { rewaitedMs: visit.rewaitedMs }),
    placedAt: visit.placedAt,
    priority: visit.priority,
    bookedFor: visit.bookedFor,
    notBefore: visit.notBefore,
    reservedFor: visit.reservedFor,
    callCount: visit.callCount,
    past: visit.past,
    ...(visit.results === undefined ? {} : { results: visit.results }),
    next: visit.next,
    party: visit.party,
    held: visit.held,
    training: visit.training,
  };
}

/** Whether a quick counter may take it: several files take their time, however short the service. */
export function isShort({ quick, party }: Pick<VisitCore, 'quick' | 'party'>): boolean {
  return quick && party.files === 1;
}

/** The counter that holds the visit now; null while it waits or is closed. */
export function counterOf(visit: Visit): CounterId | null {
  return visit.state === 'called' || visit.state === 'serving' || visit.state === 'parked'
    ? visit.counterId
    : null;
}
