import type { Instant, PersonId, QueueId, ServiceId } from './ids.ts';
import { coreOf, type NextStep, type PastStep, type VisitCore, type VisitIn } from './visit.ts';

/** The step to come of that service, or the first one; null when nothing is left to do. */
export function nextStepOf(
  { next }: Pick<VisitCore, 'next'>,
  serviceId: ServiceId | null,
): NextStep | null {
  return next.find((step) => step.serviceId === serviceId) ?? next[0] ?? null;
}

/** The visit with a step begun: out of those to come, its wait in the step's queue. */
export function enterStep(visit: VisitCore, step: NextStep): VisitCore {
  const { serviceId, queueId, quick, reservedFor } = step;
  return {
    ...visit,
    serviceId,
    queueId,
    quick,
    reservedFor,
    // A booked time was for the service that is done; the wait that was earned since arrival goes on.
    bookedFor: null,
    notBefore: null,
    callCount: 0,
    next: visit.next.toSpliced(visit.next.indexOf(step), 1),
  };
}

/** The visit with the service at the counter behind it. */
export function withPastStep(
  visit: VisitIn<'serving'>,
  outcome: PastStep['outcome'],
  at: Instant,
): VisitCore {
  const { serviceId, queueId, counterId, clerkId } = visit;
  const step: PastStep = { serviceId, queueId, counterId, clerkId, endedAt: at, outcome };
  return { ...coreOf(visit), past: [...visit.past, step] };
}

/** The visit with a step that leads back to this clerk, before all others. */
export function withStepBack(visit: VisitCore, clerkId: PersonId): VisitCore {
  const { serviceId, queueId, quick } = visit;
  const back: NextStep = { serviceId, queueId, quick, reservedFor: { type: 'clerk', clerkId } };
  return { ...visit, next: [back, ...visit.next] };
}

/** What is known of the way ahead when a service ends. */
export interface WayAhead {
  /** Whether the clerk at the counter where the visitor stands does it. */
  readonly isHere: (step: NextStep) => boolean;
  /** Whether any counter does it now. */
  readonly isServed: (step: NextStep) => boolean;
  /** How many people wait in the queue. */
  readonly waiting: (queueId: QueueId) => number;
}

/**
 * Which service should follow: back to whoever asked for the visitor, else what can be done at this very counter,
 * else the shortest line that is being served; equals in the order in which the visitor chose. Null: none is left.
 */
export function sensibleNext(visit: Pick<VisitCore, 'next'>, way: WayAhead): NextStep | null {
  const [first] = visit.next;
  if (first === undefined || first.reservedFor !== null) return first ?? null;
  const here = visit.next.find(way.isHere);
  if (here !== undefined) return here;
  const cost = (step: NextStep) => (way.isServed(step) ? 0 : 1e9) + way.waiting(step.queueId);
  return visit.next.reduce((best, step) => (cost(step) < cost(best) ? step : best), first);
}
