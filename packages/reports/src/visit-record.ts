import type {
  CounterId,
  Instant,
  LocalDate,
  Outcome,
  PersonId,
  PriorityClass,
  QueueId,
  ServiceId,
  Visit,
  VisitActionType,
  VisitId,
  VisitState,
} from '@motcua/domain';
import { totalOf } from './statistics.ts';

/** One thing that happened to a visit and was not undone. */
export interface HistoryStep {
  readonly action: VisitActionType | 'issue';
  readonly at: Instant;
  readonly visit: Visit;
  /** The hub did it by itself, as when it closes the day. */
  readonly byHub: boolean;
}

/** A stretch of a visit in one state. */
export interface Interval {
  readonly state: Exclude<VisitState, 'closed'>;
  readonly from: Instant;
  /** Never before `from`; null when nothing has ended it. */
  readonly to: Instant | null;
  readonly endedBy: VisitActionType | null;
  readonly queueId: QueueId;
  readonly counterId: CounterId | null;
  readonly clerkId: PersonId | null;
}

/** A whole visit in figures. Times are ms, and null when there was no such time. */
export interface VisitRecord {
  readonly visitId: VisitId;
  readonly day: LocalDate;
  readonly number: string;
  /** The queue for which the ticket was issued; intervals tell where a transfer led. */
  readonly queueId: QueueId;
  readonly serviceId: ServiceId;
  readonly priority: PriorityClass;
  readonly arrivedAt: Instant;
  /** As the slip said; null when the journal does not reach back to it. */
  readonly peopleAhead: number | null;
  readonly firstCalledAt: Instant | null;
  readonly intervals: readonly Interval[];
  /** Arrival → first call. */
  readonly waitingTime: number | null;
  /** Call → start; recalls do not begin it anew. Like serving and parking, the sum over all steps. */
  readonly walkingTime: number | null;
  readonly servingTime: number | null;
  readonly parkedTime: number | null;
  /** Null while it is open, and for what was left over. */
  readonly outcome: Outcome | null;
  readonly closedAt: Instant | null;
  /** The day ended before the visit did. */
  readonly leftOver: boolean;
  readonly calls: number;
  readonly recalls: number;
  readonly transfers: number;
  readonly reinstated: boolean;
}

/** Milliseconds of an interval that has ended, else null. */
export function lengthOf({ from, to }: Interval): number | null {
  return to === null ? null : to - from;
}

/** How many visits ended in each way; open ones are in none. */
export function outcomesOf(visits: readonly VisitRecord[]): Readonly<Record<Outcome, number>> {
  const outcomes = { 'served': 0, 'no-show': 0, 'left': 0, 'cancelled': 0, 'withdrawn': 0 };
  for (const { outcome } of visits) if (outcome !== null) outcomes[outcome] += 1;
  return outcomes;
}

/** The record of a visit whose history is complete and in order; `leftOver` when `day-closed` names it. */
export function toVisitRecord(
  history: readonly [HistoryStep, ...HistoryStep[]],
  peopleAhead: number | null,
  leftOver: boolean,
): VisitRecord {
  const steps = leftOver ? withoutClosingByHub(history) : history;
  const first = history[0].visit;
  const last = steps.at(-1)?.visit ?? first;
  const intervals = intervalsIn(steps);
  const firstCall = intervals.find(({ state }) => state === 'called');
  const count = (action: VisitActionType) => steps.filter((step) => step.action === action).length;
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
    arrivedAt: first.arrivedAt,
    peopleAhead,
    firstCalledAt: firstCall?.from ?? null,
    intervals,
    waitingTime: firstCall === undefined ? null : Math.max(0, firstCall.from - first.arrivedAt),
    walkingTime: time('called', 'start-service'),
    servingTime: time('serving'),
    parkedTime: time('parked'),
    outcome: last.state === 'closed' ? last.outcome : null,
    closedAt: last.state === 'closed' ? last.closedAt : null,
    leftOver: leftOver && last.state !== 'closed',
    calls: count('call'),
    recalls: count('recall'),
    transfers: count('transfer'),
    reinstated: count('reinstate') > 0,
  };
}

/** Closing the day is not what ended a service, so its hour must not become a serving time. */
function withoutClosingByHub(history: readonly HistoryStep[]): readonly HistoryStep[] {
  const last = history.at(-1);
  return last?.byHub === true && last.visit.state === 'closed' ? history.slice(0, -1) : history;
}

function intervalsIn(steps: readonly HistoryStep[]): readonly Interval[] {
  const intervals: Interval[] = [];
  let open: Interval | null = null;
  for (const { action, at, visit } of steps) {
    if (action === 'recall' && open !== null) continue;
    // A clock that was set back must not make an interval negative.
    const from: Instant = open === null || at > open.from ? at : open.from;
    if (open !== null && action !== 'issue') {
      intervals.push({ ...open, to: from, endedBy: action });
    }
    open =
      visit.state === 'closed'
        ? null
        : {
            state: visit.state,
            from: action === 'issue' ? visit.arrivedAt : from,
            to: null,
            endedBy: null,
            queueId: visit.queueId,
            counterId: visit.state === 'waiting' ? null : visit.counterId,
            clerkId: visit.state === 'waiting' ? null : visit.clerkId,
          };
  }
  return open === null ? intervals : [...intervals, open];
}
