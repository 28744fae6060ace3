import type { Mirror } from '@motcua/client';
import type {
  Announcement,
  Counter,
  CounterState,
  Device,
  Instant,
  PrintJob,
  Queue,
  Visit,
} from '@motcua/domain';

/** The room now, as far as the hub told this page. */
export interface TodayView {
  readonly waiting: number;
  readonly beingServed: number;
  readonly served: number;
  readonly noShows: number;
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
  /** Of who waits now, ms; null: nobody waits. */
  readonly longestWaitMs: number | null;
  /** How many have waited longer than the centre's bound. */
  readonly beyondBound: number;
  /** Whether some counter that is open now calls from this queue. */
  readonly attended: boolean;
}

export interface CounterNow {
  readonly counter: Counter;
  readonly now: CounterState;
  /** Null: the counter is closed. */
  readonly clerk: string | null;
  /** Called or being served there. */
  readonly current: string | null;
}

/** Newest incidents first; what somebody took back or gave back is none. */
export function todayView(mirror: Mirror, at: Instant): TodayView {
  const { settings } = mirror;
  const visits = [...mirror.visits.values()].filter(({ day }) => day === mirror.today);
  const devices = [...mirror.devices.values()].filter(({ revoked }) => !revoked);
  const counters = settings.counters.map((counter) => counterNow(counter, visits, mirror));
  const outcomes = visits.flatMap((visit) => (visit.state === 'closed' ? visit.outcome : []));
  return {
    waiting: visits.filter(({ state }) => state === 'waiting').length,
    beingServed: visits.filter(({ state }) => state === 'serving').length,
    served: outcomes.filter((outcome) => outcome === 'served').length,
    noShows: outcomes.filter((outcome) => outcome === 'no-show').length,
    queues: queuesNow(mirror, visits, counters, at),
    counters,
    displays: devices.filter(({ role }) => role === 'display'),
    kiosks: devices.filter(({ role }) => role === 'kiosk'),
    slipsNotPrinted: [...mirror.printJobs.values()]
      .filter(({ state, resolution }) => state === 'failed' && resolution !== 'given-back')
      .toSorted((a, b) => b.askedAt - a.askedAt),
    callsNotHeard: mirror.announcements
      .filter(({ state, failure }) => state === 'failed' && failure !== 'withdrawn')
      .toReversed(),
  };
}

/** A closed queue is shown while somebody still waits in it. */
function queuesNow(
  { settings }: Mirror,
  visits: readonly Visit[],
  counters: readonly CounterNow[],
  at: Instant,
): readonly QueueNow[] {
  const boundMs = settings.site.rule.maxWaitMinutes * 60_000;
  return settings.queues
    .map((queue) => {
      const here = visits.filter(
        ({ state, queueId }) => state === 'waiting' && queueId === queue.id,
      );
      const waits = here.map(({ arrivedAt }) => Math.max(0, at - arrivedAt));
      return {
        queue,
        waiting: here.length,
        priority: here.filter(({ priority }) => priority === 'priority').length,
        longestWaitMs: waits.length === 0 ? null : waits.reduce((a, b) => Math.max(a, b)),
        beyondBound: waits.filter((waitMs) => waitMs > boundMs).length,
        attended: counters.some(
          ({ counter, now }) => now.state === 'open' && counter.queueIds.includes(queue.id),
        ),
      };
    })
    .filter(({ queue, waiting }) => queue.active || waiting > 0);
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
