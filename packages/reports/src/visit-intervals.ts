import {
  type CounterId,
  type Instant,
  type PersonId,
  type QueueId,
  type ServiceId,
  servicesBehind,
  type Visit,
  type VisitActionType,
  type VisitState,
} from '@motcua/domain';

/** One change of a visit that was not undone. */
export interface HistoryStep {
  readonly action: VisitActionType | 'issue';
  readonly at: Instant;
  readonly visit: Visit;
  /** The hub did it automatically, as when it closes the day. */
  readonly byHub: boolean;
}

export type VisitHistory = readonly [HistoryStep, ...HistoryStep[]];

/** A time of a visit in one state, at one place, for one service. */
export interface Interval {
  readonly state: Exclude<VisitState, 'closed'>;
  readonly from: Instant;
  /** Never before `from`; null: not ended. */
  readonly to: Instant | null;
  readonly endedBy: VisitActionType | null;
  /** The hub ended it automatically. */
  readonly endedByHub: boolean;
  /** The number of completed services, so that intervals of different steps can be distinguished. */
  readonly step: number;
  readonly serviceId: ServiceId;
  readonly queueId: QueueId;
  readonly counterId: CounterId | null;
  readonly clerkId: PersonId | null;
}

/** Milliseconds of an interval that has ended, else null. */
export function lengthOf({ from, to }: Interval): number | null {
  return to === null ? null : to - from;
}

/** The intervals of a visit, in order and without gaps except while it was closed. */
export function intervalsIn(history: readonly HistoryStep[]): readonly Interval[] {
  const intervals: Interval[] = [];
  let open: Interval | null = null;
  for (const { action, at, visit, byHub } of history) {
    if (open !== null && goesOn(open, visit)) continue;
    // A clock that was set back must not make an interval negative.
    const from: Instant = open === null || at > open.from ? at : open.from;
    if (open !== null && action !== 'issue')
      intervals.push({ ...open, to: from, endedBy: action, endedByHub: byHub });
    open =
      visit.state === 'closed'
        ? null
        : {
            state: visit.state,
            from: action === 'issue' ? visit.arrivedAt : from,
            to: null,
            endedBy: null,
            endedByHub: false,
            step: servicesBehind(visit),
            serviceId: visit.serviceId,
            queueId: visit.queueId,
            counterId: visit.state === 'waiting' ? null : visit.counterId,
            clerkId: visit.state === 'waiting' ? null : visit.clerkId,
          };
  }
  return open === null ? intervals : [...intervals, open];
}

/** A recall, a change of priority or an added service does not end an interval. */
function goesOn(open: Interval, visit: Visit): boolean {
  return (
    visit.state === open.state &&
    servicesBehind(visit) === open.step &&
    visit.queueId === open.queueId &&
    (visit.state === 'waiting' || visit.counterId === open.counterId)
  );
}
