import type { WaitingVisit } from '../calling/calling-rule.ts';
import type { QueueId } from '../ids.ts';
import type { ForecastInput } from './forecast.ts';

/**
 * The situation in parts that do not touch: counters that share no queue, not even through others, call nobody of each
 * other's. Each part is played out alone, and only as long as somebody asks for it.
 */
export function partitionsOf(situation: ForecastInput): readonly ForecastInput[] {
  const groups: Set<QueueId>[] = [];
  for (const { caller } of situation.counters) {
    const own = new Set(caller.queueIds);
    const touched = groups.filter((group) => caller.queueIds.some((id) => group.has(id)));
    for (const group of touched) {
      groups.splice(groups.indexOf(group), 1);
      for (const queueId of group) own.add(queueId);
    }
    groups.push(own);
  }
  const waiting = Array.from(situation.waiting);
  return groups.map((group) => ({
    ...situation,
    counters: situation.counters.filter(({ caller }) =>
      caller.queueIds.some((id) => group.has(id)),
    ),
    waiting: waiting.filter(({ queueId }) => group.has(queueId)),
    comers: situation.comers.filter(({ visit }) => group.has(visit.queueId)),
  }));
}

/** Whether a counter of the situation serves the queue in which the visit waits. */
export function isIn({ counters }: ForecastInput, { queueId }: WaitingVisit): boolean {
  return counters.some(({ caller }) => caller.queueIds.includes(queueId));
}
