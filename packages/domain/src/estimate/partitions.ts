import type { WaitingVisit } from '../calling/calling-rule.ts';
import type { QueueId } from '../ids.ts';
import type { ForecastInput } from './forecast.ts';

/**
 * The input in independent parts: counters that share no queue, not even through others, never call each other's
 * visits. Each part is simulated by itself, and only as long as one of its visits is asked for.
 */
export function partitionsOf(input: ForecastInput): readonly ForecastInput[] {
  const groups: Set<QueueId>[] = [];
  for (const { caller } of input.counters) {
    const own = new Set(caller.queueIds);
    const touched = groups.filter((group) => caller.queueIds.some((id) => group.has(id)));
    for (const group of touched) {
      groups.splice(groups.indexOf(group), 1);
      for (const queueId of group) own.add(queueId);
    }
    groups.push(own);
  }
  const waiting = Array.from(input.waiting);
  return groups.map((group) => ({
    ...input,
    counters: input.counters.filter(({ caller }) => caller.queueIds.some((id) => group.has(id))),
    waiting: waiting.filter(({ queueId }) => group.has(queueId)),
    arrivalRates: input.arrivalRates.filter(({ visit }) => group.has(visit.queueId)),
  }));
}

/** Whether a counter of the input serves the queue in which the visit waits. */
export function isIn({ counters }: ForecastInput, { queueId }: WaitingVisit): boolean {
  return counters.some(({ caller }) => caller.queueIds.includes(queueId));
}
