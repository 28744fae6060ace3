import type {
  Instant,
  LocalDate,
  Outcome,
  PriorityClass,
  QueueId,
  ServiceId,
  VisitActionType,
  VisitId,
  VisitState,
  WaitingPromise,
} from '@motcua/domain';
import { overlap, totalOf, union, type Span } from './statistics.ts';
import { stepsIn, type StepRecord } from './step-record.ts';
import {
  intervalsIn,
  lengthOf,
  type VisitHistory,
  type HistoryStep,
  type Interval,
} from './visit-intervals.ts';

/** A whole visit in figures, limited to one day. Times are in ms, and null when there was no such time. */
export interface VisitRecord {
  readonly visitId: VisitId;
  readonly day: LocalDate;
  readonly number: string;
  /** The queue that issued the ticket; steps show later ones. */
  readonly queueId: QueueId;
  readonly serviceId: ServiceId;
  readonly priority: PriorityClass;
  /** It had a booking and came in time. */
  readonly booked: boolean;
  readonly arrivedAt: Instant;
  /** It began on an earlier day: its wait is in no figure, because a night is not a wait. */
  readonly carriedOver: boolean;
  /** As printed on the slip; null when the journal does not reach back to it. */
  readonly peopleAhead: number | null;
  /** The estimate when the ticket was issued, shown or not; null: none was possible. */
  readonly promise: WaitingPromise | null;
  readonly firstCalledAt: Instant | null;
  readonly intervals: readonly Interval[];
  readonly steps: readonly StepRecord[];
  /** Arrival → first call (`waitsOf`); null when carried over. */
  readonly waitingTime: number | null;
  /**
   * All completed waiting after the first call; null when there was none, when carried over, and
   * where an older visit does not record it.
   */
  readonly rewaitingTime: number | null;
  /** How much of the waiting time the visitor had held or postponed the place; null: none. */
  readonly heldTime: number | null;
  /** The visitor held or postponed the place before any call. */
  readonly held: boolean;
  /** Call → start; recalls do not restart it. Like serving and parking, the sum over all steps. */
  readonly walkingTime: number | null;
  readonly servingTime: number | null;
  readonly parkedTime: number | null;
  /** Null while it is open, and when left over. */
  readonly outcome: Outcome | null;
  readonly closedAt: Instant | null;
  /** The day ended before the visit did. */
  readonly leftOver: boolean;
  readonly calls: number;
  readonly recalls: number;
  readonly transfers: number;
  /** When it was last reinstated; null: never. */
  readonly reinstatedAt: Instant | null;
}

/** The data of the ticket's issue beside the visit. */
export interface Issued {
  readonly peopleAhead: number | null;
  readonly promise: WaitingPromise | null;
}

/** How many visits ended with each outcome; open ones are not counted. */
export function outcomesOf(visits: readonly VisitRecord[]): Readonly<Record<Outcome, number>> {
  const outcomes = { 'served': 0, 'no-show': 0, 'left': 0, 'cancelled': 0, 'withdrawn': 0 };
  for (const { outcome } of visits) if (outcome !== null) outcomes[outcome] += 1;
  return outcomes;
}

/** The record of a visit whose history of one day is in order; `leftOver` when `day-closed` names it. */
export function toVisitRecord(
  history: VisitHistory,
  { peopleAhead, promise }: Issued,
  leftOver: boolean,
): VisitRecord {
  const done = leftOver ? withoutClosingByHub(history) : history;
  const first = history[0].visit;
  const last = done.at(-1)?.visit ?? first;
  const intervals = intervalsIn(done);
  const carriedOver = history[0].action === 'roll-over';
  const firstCalledAt = intervals.find(({ state }) => state === 'called')?.from ?? null;
  const heldTime = heldTimeOf(done, { from: first.arrivedAt, to: firstCalledAt ?? Infinity });
  const isTimed = firstCalledAt !== null && !carriedOver;
  const count = (action: VisitActionType) => done.filter((step) => step.action === action).length;
  const time = (state: VisitState, endedBy?: VisitActionType) =>
    totalOf(
      intervals
        .filter((each) => each.state === state && (endedBy ?? each.endedBy) === each.endedBy)
        .map(lengthOf)
        .filter((length) => length !== null),
    );
  return {
    visitId: first.id,
    day: first.day,
    number: first.ticket.number,
    queueId: first.queueId,
    serviceId: first.serviceId,
    priority: last.priority,
    booked: first.bookedFor !== null,
    arrivedAt: first.arrivedAt,
    carriedOver,
    peopleAhead,
    promise,
    firstCalledAt,
    intervals,
    steps: stepsIn(intervals, last.results ?? []),
    waitingTime: isTimed ? Math.max(0, firstCalledAt - first.arrivedAt) : null,
    rewaitingTime: carriedOver ? null : (last.rewaitedMs ?? null),
    heldTime: isTimed ? heldTime : null,
    held: heldTime !== null,
    walkingTime: time('called', 'start-service'),
    servingTime: time('serving'),
    parkedTime: time('parked'),
    outcome: last.state === 'closed' ? last.outcome : null,
    closedAt: last.state === 'closed' ? last.closedAt : null,
    leftOver: leftOver && last.state !== 'closed',
    calls: count('call'),
    recalls: count('recall'),
    transfers: count('transfer'),
    reinstatedAt: done.findLast(({ action }) => action === 'reinstate')?.at ?? null,
  };
}

/** Closing the day did not end a service, so its hour must not become a serving time. */
function withoutClosingByHub(history: VisitHistory): readonly HistoryStep[] {
  const last = history.at(-1);
  return last?.byHub === true && last.visit.state === 'closed' ? history.slice(0, -1) : history;
}

/** How long within the wait the visit could not be called because the visitor was away; null: never. */
function heldTimeOf(history: readonly HistoryStep[], wait: Span): number | null {
  const away = history.flatMap(({ at, visit }, index): readonly Span[] => {
    if (visit.state !== 'waiting' || visit.notBefore === null) return [];
    return [{ from: at, to: Math.min(visit.notBefore, history[index + 1]?.at ?? wait.to) }];
  });
  const held = union(away).reduce((sum, span) => sum + overlap(span, wait), 0);
  return held > 0 ? held : null;
}
