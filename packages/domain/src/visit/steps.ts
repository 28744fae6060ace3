import type { RecordedResult } from '../dossier/step-result.ts';
import type { CounterId, Instant, PersonId, QueueId, ServiceId } from '../ids.ts';
import type { Service } from '../queue/service.ts';
import { coreOf, type NextStep, type StepOutcome, type Visit, type VisitCore } from './visit.ts';

/** A service as a step to come, for every counter of its queue. */
export function toStep({ id, queueId, quick }: Service): NextStep {
  return { serviceId: id, queueId, quick, reservedFor: null };
}

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
    // A booked time was for the service that is done; the wait earned since arrival goes on.
    bookedFor: null,
    notBefore: null,
    callCount: 0,
    next: visit.next.toSpliced(visit.next.indexOf(step), 1),
  };
}

/** The visit with its stay at a counter behind it, where serving was begun; else as it is. */
export function withPastStep(visit: Visit, outcome: StepOutcome, at: Instant): VisitCore {
  const { begunAt, ...core } = coreOf(visit);
  const startedAt = begunAt ?? (visit.state === 'serving' ? visit.servingSince : null);
  if (startedAt === null || !('counterId' in visit)) return core;
  const { serviceId, queueId, counterId, clerkId } = visit;
  // A parked visit has left the counter already.
  const endedAt = visit.state === 'parked' ? visit.parkedAt : at;
  const stay = { serviceId, queueId, counterId, clerkId, startedAt, endedAt, outcome };
  return { ...core, past: [...core.past, stay] };
}

/** How many services are done or were passed on, which tells one step from the next. */
export function servicesBehind({ past }: Pick<VisitCore, 'past'>): number {
  return past.filter(({ outcome }) => outcome === 'served' || outcome === 'transferred').length;
}

/** The counter of a step that was served; null: it closed the visit, which keeps no counter. Undefined: not served. */
export function servedAt(visit: Visit, step: number): CounterId | null | undefined {
  const behind = visit.past.filter(({ outcome }) => outcome !== 'unfinished');
  const past = behind[step];
  if (past !== undefined) return past.outcome === 'served' ? past.counterId : undefined;
  const isLast = visit.state === 'closed' && visit.outcome === 'served' && step === behind.length;
  return isLast ? null : undefined;
}

/** Whether a result can be recorded of any step. */
export function hasServedStep(visit: Visit): boolean {
  const isServed = visit.state === 'closed' && visit.outcome === 'served';
  return isServed || visit.past.some(({ outcome }) => outcome === 'served');
}

/** The step that the latest `finish` or `go-on` ended, by the visit as it is after that. */
export function stepJustServed(visit: Visit): number {
  return servicesBehind(visit) - (visit.state === 'closed' ? 0 : 1);
}

/** The visit with a result recorded, in place of what was recorded of that step before; the latest stands last. */
export function withResult<V extends VisitCore>(visit: V, recorded: RecordedResult): V {
  const others = (visit.results ?? []).filter(({ step }) => step !== recorded.step);
  return { ...visit, results: [...others, recorded] };
}

/** How many services the visitor came for, done or to come. */
export function servicesIn({ past, next }: Pick<VisitCore, 'past' | 'next'>): number {
  return past.filter(({ outcome }) => outcome === 'served').length + 1 + next.length;
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
 * Which service should follow: back to the clerk who asked for the visitor, else what can be done at this very counter,
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
