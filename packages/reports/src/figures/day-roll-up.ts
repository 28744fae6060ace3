import { createZoneClock, type LocalDate, type Settings } from '@motcua/domain';
import type { CountKind, DayFigures, Tally, TimeKind } from '@motcua/protocol/http';
import type { JournalRecords } from '../intervals.ts';
import type { StepRecord } from '../step-record.ts';
import type { VisitRecord } from '../visit-record.ts';
import { durationsOf } from './duration-histogram.ts';
import { mergeGroups, mergeTallies } from './merge-figures.ts';

export interface DayRollUpSource {
  readonly day: LocalDate;
  /** As they were on that day, because its bound on waiting is the target. */
  readonly settings: Settings;
  /** Visits of other days are ignored. */
  readonly records: Pick<JournalRecords, 'visits' | 'closedDays'>;
}

type GroupKind = 'byHour' | 'byQueue' | 'byService' | 'byCounter' | 'byClerk';

/** What one visit or one step adds, and to which groups; null: to none of that kind. */
interface Entry {
  readonly tally: Tally;
  readonly groups: Readonly<Record<GroupKind, string | null>>;
}

/**
 * One day as figures that can be merged with other days. A visit belongs to the hour of its arrival, the queue and the
 * service of its ticket, and the counter and clerk of its first call; a step to its own queue, service, counter and
 * clerk. A visit that was carried over has no hour.
 */
export function rollUpDay({ day, settings, records }: DayRollUpSource): DayFigures {
  const clock = createZoneClock(settings.site.zone);
  const { maxWaitMinutes } = settings.site.rule;
  const entries = records.visits
    .filter((visit) => visit.day === day)
    .flatMap((visit) => {
      const hour = visit.carriedOver
        ? null
        : String(Math.floor(clock.localTime(visit.arrivedAt) / 60));
      return [
        visitEntry(visit, hour, maxWaitMinutes * 60_000),
        ...visit.steps.map((step) => stepEntry(step, hour)),
      ];
    });
  const groups = (kind: GroupKind) =>
    mergeGroups(
      entries.map((entry) => {
        const key = entry.groups[kind];
        return key === null ? {} : { [key]: entry.tally };
      }),
    );
  return {
    version: 1,
    day,
    dayClosed: records.closedDays.has(day),
    targets: [maxWaitMinutes],
    total: mergeTallies(entries.map(({ tally }) => tally)),
    byHour: groups('byHour'),
    byQueue: groups('byQueue'),
    byService: groups('byService'),
    byCounter: groups('byCounter'),
    byClerk: groups('byClerk'),
  };
}

function visitEntry(visit: VisitRecord, hour: string | null, targetMs: number): Entry {
  const { waitingTime, rewaitingTime, walkingTime, outcome, carriedOver, transfers } = visit;
  const call = visit.intervals.find(({ state }) => state === 'called');
  const isWithin = waitingTime !== null && waitingTime <= targetMs;
  return {
    tally: tallyOf(
      {
        visits: carriedOver ? 0 : 1,
        carriedOver: carriedOver ? 1 : 0,
        priority: visit.priority === 'priority' ? 1 : 0,
        [outcome ?? 'open']: 1,
        transfers,
        withinTarget: isWithin ? 1 : 0,
      },
      { waitingTime, rewaitingTime, walkingTime },
    ),
    groups: {
      byHour: hour,
      byQueue: visit.queueId,
      byService: visit.serviceId,
      byCounter: call?.counterId ?? null,
      byClerk: call?.clerkId ?? null,
    },
  };
}

function stepEntry(step: StepRecord, hour: string | null): Entry {
  const { servingTime, outcome, result } = step;
  return {
    tally: tallyOf(
      {
        services: outcome === 'served' ? 1 : 0,
        ...(result === undefined ? {} : { [result]: 1 }),
      },
      { servingTime },
    ),
    groups: {
      byHour: hour,
      byQueue: step.queueId,
      byService: step.serviceId,
      byCounter: step.counterId,
      byClerk: step.clerkId,
    },
  };
}

function tallyOf(
  counts: Partial<Record<CountKind, number>>,
  measured: Partial<Record<TimeKind, number | null>>,
): Tally {
  const times = Object.entries(measured).flatMap(([kind, ms]) => {
    const durations = durationsOf([ms]);
    return durations === null ? [] : [[kind, durations] as const];
  });
  return { counts, times: Object.fromEntries(times) };
}
