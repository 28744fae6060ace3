import {
  PAUSE_REASONS,
  type Counter,
  type CounterId,
  type Instant,
  type PauseReason,
} from '@motcua/domain';
import type { CounterStretch } from '../intervals.ts';
import { overlap, spreadOf, union, type Span } from '../statistics.ts';
import { lengthOf, type Interval } from '../visit-record.ts';
import type { CounterFigures, DayMaterial } from './day-report-shape.ts';

/** In the order of their numbers. Time counts within the day, and up to `madeAt` when it goes on. */
export function counterFigures(
  { visits, settings }: DayMaterial,
  stretches: ReadonlyMap<CounterId, readonly CounterStretch[]>,
  bounds: Span,
  madeAt: Instant,
): readonly CounterFigures[] {
  const day: Span = { from: bounds.from, to: Math.min(bounds.to, madeAt) };
  const intervals = visits.flatMap((visit) => visit.intervals);
  return [...settings.counters]
    .sort((a, b) => a.number - b.number)
    .map((counter) =>
      figuresOf(
        counter,
        stretches.get(counter.id) ?? [],
        intervals.filter(({ counterId }) => counterId === counter.id),
        day,
      ),
    );
}

function figuresOf(
  { id, number, name }: Counter,
  stretches: readonly CounterStretch[],
  intervals: readonly Interval[],
  day: Span,
): CounterFigures {
  const open = spans(
    stretches.filter(({ counter }) => counter.state === 'open'),
    day,
  );
  const busy = union(
    spans(
      intervals.filter(({ state }) => state === 'called' || state === 'serving'),
      day,
    ),
  );
  const openTime = sum(open.map((span) => overlap(span, day)));
  const busyTime = sum(open.flatMap((span) => busy.map((each) => overlap(span, each))));
  const pausedBy = pauses(stretches, day);
  const served = intervals.filter(({ endedBy }) => endedBy === 'finish');
  return {
    counterId: id,
    number,
    name,
    served: served.length,
    servingTime: spreadOf(
      intervals.filter(({ state }) => state === 'serving').map((interval) => lengthOf(interval)),
    ),
    openTime,
    pausedTime: sum(Object.values(pausedBy)),
    pausedBy,
    idleTime: openTime - busyTime,
  };
}

function pauses(
  stretches: readonly CounterStretch[],
  day: Span,
): Readonly<Record<PauseReason, number>> {
  const time = (reason: PauseReason) =>
    sum(
      spans(
        stretches.filter(({ counter }) => counter.state === 'paused' && counter.reason === reason),
        day,
      ).map((span) => overlap(span, day)),
    );
  const [shortBreak, lunch, meeting, paperwork, technical] = PAUSE_REASONS;
  return {
    [shortBreak]: time(shortBreak),
    [lunch]: time(lunch),
    [meeting]: time(meeting),
    [paperwork]: time(paperwork),
    [technical]: time(technical),
  };
}

function spans(
  stretches: readonly { readonly from: Instant; readonly to: Instant | null }[],
  day: Span,
): readonly Span[] {
  return stretches.map(({ from, to }) => ({ from, to: to ?? day.to }));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
