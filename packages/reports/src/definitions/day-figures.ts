import { spanMinutes, type OpenSpan, type Queue, type QueueId } from '@motcua/domain';
import type { DayReport } from '@motcua/protocol/http';
import { spreadOf } from '../statistics.ts';
import type { StepRecord } from '../step-record.ts';
import { outcomesOf, type VisitRecord } from '../visit-record.ts';
import type { DayMaterial } from './day-material.ts';

/** By the letters on their tickets; a closed queue, or one that exists no more, only when it was used. */
export function queueFigures({ visits, settings }: DayMaterial): DayReport['queues'] {
  const steps = visits.flatMap((visit) => visit.steps);
  const used = new Set([...visits, ...steps].map(({ queueId }) => queueId));
  const of = (id: QueueId) => visits.filter(({ queueId }) => queueId === id);
  const known = new Set(settings.queues.map(({ id }) => id));
  const figures = [
    ...settings.queues
      .filter(({ id, active }) => active || used.has(id))
      .map((queue) => figuresOf(queue, of(queue.id), steps)),
    ...[...used]
      .filter((id) => !known.has(id))
      .map((id) => figuresOf(removed(id, of(id)), of(id), steps)),
  ];
  return figures.toSorted((a, b) => (a.prefix < b.prefix ? -1 : a.prefix > b.prefix ? 1 : 0));
}

type Named = Pick<Queue, 'id' | 'name' | 'series'>;

function figuresOf(
  { id, name, series }: Named,
  visits: readonly VisitRecord[],
  steps: readonly StepRecord[],
): DayReport['queues'][number] {
  const own = steps.filter(({ queueId }) => queueId === id);
  return {
    queueId: id,
    name,
    prefix: series.prefix,
    issued: visits.filter(({ carriedOver }) => !carriedOver).length,
    carriedOver: visits.filter(({ carriedOver }) => carriedOver).length,
    outcomes: outcomesOf(visits),
    open: visits.filter(({ outcome }) => outcome === null).length,
    services: servicesIn(own),
    waitingTime: spreadOf(visits.map(({ waitingTime }) => waitingTime)),
    servingTime: spreadOf(own.map(({ servingTime }) => servingTime)),
  };
}

/** How many steps were completed. */
export function servicesIn(steps: readonly StepRecord[]): number {
  return steps.filter(({ outcome }) => outcome === 'served').length;
}

/** A removed queue is identified by the letters of its tickets. */
function removed(id: QueueId, [first]: readonly VisitRecord[]): Named {
  const prefix = first?.number.replace(/\d+$/, '') ?? '';
  return { id, name: { vi: id }, series: { prefix, from: 0, to: 0 } };
}

/** Every hour from opening to closing, and other hours with arrivals. */
export function hourFigures(
  { visits, clock }: DayMaterial,
  openHours: readonly OpenSpan[],
): DayReport['hours'] {
  const byHour = new Map<number, VisitRecord[]>();
  for (const visit of visits) {
    if (visit.carriedOver) continue;
    const hour = Math.floor(clock.localTime(visit.arrivedAt) / 60);
    const inHour = byHour.get(hour);
    if (inHour === undefined) byHour.set(hour, [visit]);
    else inHour.push(visit);
  }
  const hours = [...byHour.keys()];
  for (const span of openHours) {
    const minutes = spanMinutes(span);
    if (minutes === null) continue;
    hours.push(Math.floor(minutes.from / 60), Math.ceil(minutes.to / 60) - 1);
  }
  if (hours.length === 0) return [];
  const first = Math.min(...hours);
  return Array.from({ length: Math.max(...hours) - first + 1 }, (_, index) => {
    const arrived = byHour.get(first + index) ?? [];
    return {
      hour: first + index,
      arrivals: arrived.length,
      longestWait: spreadOf(arrived.map(({ waitingTime }) => waitingTime)).longest,
    };
  });
}
