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

/** One thing that happened to a visit and was not undone. */
export interface HistoryStep {
  readonly action: VisitActionType | 'issue';
  readonly at: Instant;
  readonly visit: Visit;
  /** The hub did it by itself, as when it closes the day. */
  readonly byHub: boolean;
}

export type History = readonly [HistoryStep, ...HistoryStep[]];

/** A stretch of a visit in one state, at one place, for one service. */
export interface Interval {
  readonly state: Exclude<VisitState, 'closed'>;
  readonly from: Instant;
  /** Never before `from`; null when nothing has ended it. */
  readonly to: Instant | null;
  readonly endedBy: VisitActionType | null;
  /** The hub ended it by itself. */
  readonly endedByHub: boolean;
  /** Services behind the visitor, so that intervals of one step can be told from those of the next. */
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

/** What a visit went through, in order and without gaps but those in which it was closed. */
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

/** A recall, a note of priority or a further service wished for ends nothing. */
function goesOn(open: Interval, visit: Visit): boolean {
  return (
    visit.state === open.state &&
    servicesBehind(visit) === open.step &&
    visit.queueId === open.queueId &&
    (visit.state === 'waiting' || visit.counterId === open.counterId)
  );
}
