import type {
  CounterId,
  PersonId,
  QueueId,
  RecordedResult,
  ServiceId,
  StepResult,
} from '@motcua/domain';
import { totalOf } from './statistics.ts';
import { lengthOf, type Interval } from './visit-intervals.ts';

/** One service within a visit in figures. Times are in ms, and null when there was no such time. */
export interface StepRecord {
  readonly serviceId: ServiceId;
  /** The last queue in which it waited. */
  readonly queueId: QueueId;
  /** The counter that served, or called, last; null before any call. */
  readonly counterId: CounterId | null;
  readonly clerkId: PersonId | null;
  /** From arrival, or the end of the previous service, to the step's first call; null when a clerk continued directly. */
  readonly waitingTime: number | null;
  readonly servingTime: number | null;
  /** Null while it is open, and where the visit ended before the service did. */
  readonly outcome: 'served' | 'transferred' | null;
  /** What was done, as far as the clerk recorded it. */
  readonly result?: StepResult;
  readonly dossierCode?: string;
}

/** The steps of a visit in the order in which they began. */
export function stepsIn(
  intervals: readonly Interval[],
  results: readonly RecordedResult[],
): readonly StepRecord[] {
  const steps = new Map<number, Interval[]>();
  for (const interval of intervals)
    steps.set(interval.step, [...(steps.get(interval.step) ?? []), interval]);
  return [...steps.values()].flatMap((own) => {
    const [first] = own;
    const last = own.at(-1);
    return first === undefined || last === undefined
      ? []
      : [{ ...toStepRecord(own, first, last), ...resultOf(results, first.step) }];
  });
}

function resultOf(
  results: readonly RecordedResult[],
  step: number,
): Pick<StepRecord, 'result' | 'dossierCode'> {
  const found = results.find((each) => each.step === step);
  if (found === undefined) return {};
  const { result, dossierCode } = found;
  return { result, ...(dossierCode === undefined ? {} : { dossierCode }) };
}

function toStepRecord(own: readonly Interval[], first: Interval, last: Interval): StepRecord {
  const call = own.find(({ state }) => state === 'called');
  const held = own.findLast(({ counterId }) => counterId !== null);
  return {
    serviceId: last.serviceId,
    queueId: last.queueId,
    counterId: held?.counterId ?? null,
    clerkId: held?.clerkId ?? null,
    waitingTime: call === undefined ? null : Math.max(0, call.from - first.from),
    servingTime: servingTimeOf(own),
    outcome: endOf(last) ?? (isPassedOn(own, last) ? 'transferred' : null),
  };
}

/** Completed serving time of these intervals, in ms; null when there was none. */
export function servingTimeOf(intervals: readonly Interval[]): number | null {
  return totalOf(
    intervals
      .filter(({ state }) => state === 'serving')
      .map(lengthOf)
      .filter((length) => length !== null),
  );
}

/** Whether a service was completed in this interval. */
export function isServed(interval: Interval): boolean {
  return endOf(interval) === 'served';
}

/** Transferred while it was parked, after the service had begun. */
function isPassedOn(own: readonly Interval[], { endedBy }: Interval): boolean {
  return endedBy === 'transfer' && own.some(({ state }) => state === 'serving');
}

function endOf({ state, endedBy }: Interval): StepRecord['outcome'] {
  if (state !== 'serving') return null;
  if (endedBy === 'finish' || endedBy === 'go-on') return 'served';
  return endedBy === 'transfer' ? 'transferred' : null;
}
