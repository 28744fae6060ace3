import type { Mirror } from '@motcua/client';
import {
  callsVisitors,
  doesStep,
  graceEnds,
  hasWaitedTooLong,
  isAwaited,
  type Announcement,
  type Counter,
  type CounterState,
  type Device,
  type Instant,
  type PrintJob,
  type Queue,
  type Reservation,
  type Visit,
  type Waits,
  waitsOf,
  waitsSince,
} from '@motcua/domain';

/** The room now, as far as the hub sent it to this page. */
export interface TodayView {
  readonly waiting: number;
  readonly beingServed: number;
  readonly served: number;
  readonly noShows: number;
  readonly bookings: BookingsNow;
  readonly setAside: SetAside;
  readonly queues: readonly QueueNow[];
  readonly counters: readonly CounterNow[];
  readonly displays: readonly Device[];
  readonly kiosks: readonly Device[];
  readonly slipsNotPrinted: readonly PrintJob[];
  readonly callsNotHeard: readonly Announcement[];
}

export interface QueueNow {
  readonly queue: Queue;
  readonly waiting: number;
  readonly priority: number;
  /** The longest wait of the waiting visits now; null: none waits. */
  readonly longestWait: Waits | null;
  /** How many are in line for longer than the centre's bound, as the calling rule counts it. */
  readonly beyondBound: number;
  /** How long the first of them is, ms; 0: none. */
  readonly longestBeyondMs: number;
  /** How many of them no counter that is open now would call. */
  readonly unattended: number;
}

/** Bookings of today, without the cancelled ones. */
export interface BookingsNow {
  readonly booked: number;
  readonly checkedIn: number;
}

/** Visits that are not simply next in line. */
export interface SetAside {
  /** Missed a call and may still come back. */
  readonly awaited: readonly Until[];
  /** Not to be called yet: stepped out, or postponed. */
  readonly later: readonly Until[];
  /** Reserved for a counter or a clerk. */
  readonly reserved: readonly Reserved[];
}

export interface Until {
  readonly number: string;
  readonly until: Instant;
}

export interface Reserved {
  readonly number: string;
  /** Null: reserved for a clerk. */
  readonly counterNumber: number | null;
  readonly clerk: string | null;
}

export interface CounterNow {
  readonly counter: Counter;
  readonly now: CounterState;
  /** Null: the counter is closed. */
  readonly clerk: string | null;
  /** The visit that is called or served there. */
  readonly current: string | null;
}

/** Newest incidents first, without those undone or given back. Practice is in no figure. */
export function todayView(mirror: Mirror, at: Instant): TodayView {
  const { settings } = mirror;
  const visits = [...mirror.visits.values()].filter(({ day }) => day === mirror.today);
  const real = visits.filter(({ training }) => !training);
  const devices = [...mirror.devices.values()].filter(({ revoked }) => !revoked);
  const counters = settings.counters.map((counter) => counterNow(counter, visits, mirror));
  const outcomes = real.flatMap((visit) => (visit.state === 'closed' ? visit.outcome : []));
  return {
    waiting: real.filter(({ state }) => state === 'waiting').length,
    beingServed: real.filter(({ state }) => state === 'serving').length,
    served: outcomes.filter((outcome) => outcome === 'served').length,
    noShows: outcomes.filter((outcome) => outcome === 'no-show').length,
    bookings: bookingsNow(mirror),
    setAside: setAside(mirror, real, at),
    queues: queuesNow(mirror, real, counters, at),
    counters,
    displays: devices.filter(({ role }) => role === 'display'),
    kiosks: devices.filter(({ role }) => role === 'kiosk'),
    slipsNotPrinted: [...mirror.printJobs.values()]
      .filter(({ state, resolution }) => state === 'failed' && resolution !== 'given-back')
      .filter(({ resolution }) => resolution !== 'helped')
      .toSorted((a, b) => b.askedAt - a.askedAt),
    callsNotHeard: mirror.announcements
      .filter(({ state, failure }) => state === 'failed' && failure !== 'withdrawn')
      .toReversed(),
  };
}

/** A closed queue is shown while a visit still waits in it. */
function queuesNow(
  { settings, people }: Mirror,
  visits: readonly Visit[],
  counters: readonly CounterNow[],
  at: Instant,
): readonly QueueNow[] {
  const calling = counters.flatMap(({ counter, now }) =>
    callsVisitors(now) ? { counter, clerk: people.get(now.clerkId) ?? null } : [],
  );
  const wouldCall = (visit: Visit) =>
    calling.some(({ counter, clerk }) => doesStep(counter, clerk, visit, visit.party));
  return settings.queues
    .map((queue) => {
      const here = visits.filter(
        ({ state, queueId }) => state === 'waiting' && queueId === queue.id,
      );
      const waits = here.map((visit) => waitsOf(visit, at));
      const beyond = here.filter((visit) => hasWaitedTooLong(visit, at, settings.site.rule));
      return {
        queue,
        waiting: here.length,
        priority: here.filter(({ priority }) => priority === 'priority').length,
        longestWait:
          waits.length === 0 ? null : waits.reduce((a, b) => (b.total > a.total ? b : a)),
        beyondBound: beyond.length,
        longestBeyondMs: Math.max(0, ...beyond.map((visit) => at - waitsSince(visit))),
        unattended: here.filter((visit) => !wouldCall(visit)).length,
      };
    })
    .filter(({ queue, waiting }) => queue.active || waiting > 0);
}

function bookingsNow({ bookings, today }: Mirror): BookingsNow {
  const states = [...bookings.values()].flatMap(({ day, state }) => (day === today ? state : []));
  return {
    booked: states.filter((state) => state !== 'cancelled').length,
    checkedIn: states.filter((state) => state === 'checked-in').length,
  };
}

/** The earlier one by the clock. */
function setAside({ settings, people }: Mirror, visits: readonly Visit[], at: Instant): SetAside {
  const { missed } = settings.site;
  const soonest = (a: Until, b: Until) => a.until - b.until;
  return {
    awaited: visits
      .filter((visit) => isAwaited(visit, at, missed))
      .map((visit) => ({ number: visit.ticket.number, until: graceEnds(visit, missed) }))
      .toSorted(soonest),
    later: visits
      .flatMap(({ state, notBefore, ticket }) =>
        state === 'waiting' && notBefore !== null && notBefore > at
          ? { number: ticket.number, until: notBefore }
          : [],
      )
      .toSorted(soonest),
    reserved: visits.flatMap(({ state, reservedFor, ticket }) =>
      state === 'waiting' && reservedFor !== null
        ? { number: ticket.number, ...reservedForOf(reservedFor, settings.counters, people) }
        : [],
    ),
  };
}

function reservedForOf(
  reservation: Reservation,
  counters: readonly Counter[],
  people: Mirror['people'],
): Omit<Reserved, 'number'> {
  if (reservation.type === 'clerk') {
    return { counterNumber: null, clerk: people.get(reservation.clerkId)?.name ?? null };
  }
  const counter = counters.find(({ id }) => id === reservation.counterId);
  return { counterNumber: counter?.number ?? null, clerk: null };
}

function counterNow(
  counter: Counter,
  visits: readonly Visit[],
  { counters, people }: Mirror,
): CounterNow {
  const now = counters.get(counter.id) ?? { counterId: counter.id, state: 'closed' };
  const current = visits.find(
    (visit) =>
      (visit.state === 'called' || visit.state === 'serving') && visit.counterId === counter.id,
  );
  return {
    counter,
    now,
    clerk: now.state === 'closed' ? null : (people.get(now.clerkId)?.name ?? null),
    current: current?.ticket.number ?? null,
  };
}
