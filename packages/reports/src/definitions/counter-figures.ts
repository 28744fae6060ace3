import {
  PAUSE_REASONS,
  type Counter,
  type CounterId,
  type Instant,
  type PauseReason,
} from '@motcua/domain';
import type { DayReport } from '@motcua/protocol/http';
import type { CounterInterval } from '../intervals.ts';
import { overlap, spreadOf, union, type Span } from '../statistics.ts';
import { isServed, stepsIn } from '../step-record.ts';
import type { Interval } from '../visit-intervals.ts';
import type { DayMaterial } from './day-material.ts';

/** In the order of their numbers. Time counts within the day, and up to `madeAt` while the day is open. */
export function counterFigures(
  { visits, settings }: DayMaterial,
  counterIntervals: ReadonlyMap<CounterId, readonly CounterInterval[]>,
  bounds: Span,
  madeAt: Instant,
): DayReport['counters'] {
  const day: Span = { from: bounds.from, to: Math.min(bounds.to, madeAt) };
  return [...settings.counters]
    .sort((a, b) => a.number - b.number)
    .map((counter) =>
      figuresOf(
        counter,
        counterIntervals.get(counter.id) ?? [],
        visits.map(({ intervals }) =>
          intervals.filter(({ counterId }) => counterId === counter.id),
        ),
        day,
      ),
    );
}

function figuresOf(
  { id, number, name }: Counter,
  counterIntervals: readonly CounterInterval[],
  visits: readonly (readonly Interval[])[],
  day: Span,
): DayReport['counters'][number] {
  const intervals = visits.flat();
  const open = spans(
    counterIntervals.filter(({ counter }) => counter.state === 'open'),
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
  const pausedBy = pauses(counterIntervals, day);
  return {
    counterId: id,
    number,
    name,
    served: intervals.filter(isServed).length,
    servingTime: spreadOf(
      visits.flatMap((own) => stepsIn(own, [])).map(({ servingTime }) => servingTime),
    ),
    openTime,
    pausedTime: sum(Object.values(pausedBy)),
    pausedBy,
    idleTime: openTime - busyTime,
  };
}

function pauses(
  counterIntervals: readonly CounterInterval[],
  day: Span,
): Readonly<Record<PauseReason, number>> {
  const time = (reason: PauseReason) =>
    sum(
      spans(
        counterIntervals.filter(
          ({ counter }) => counter.state === 'paused' && counter.reason === reason,
        ),
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
  counterIntervals: readonly { readonly from: Instant; readonly to: Instant | null }[],
  day: Span,
): readonly Span[] {
  return counterIntervals.map(({ from, to }) => ({ from, to: to ?? day.to }));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
