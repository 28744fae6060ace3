import type { QueueId } from '@motcua/domain';
import type { Mirror } from '@motcua/client';
import type { QueueLoad } from '@motcua/protocol';

export type QueueLoads = ReadonlyMap<QueueId, Pick<QueueLoad, 'waiting' | 'priority'>>;

/** How many wait in each queue, counted from the visits: the hub sends loads only to clients that see no visits. */
export function queueLoads({ visits, today }: Pick<Mirror, 'visits' | 'today'>): QueueLoads {
  const loads = new Map<QueueId, Pick<QueueLoad, 'waiting' | 'priority'>>();
  for (const visit of visits.values()) {
    if (visit.state !== 'waiting' || visit.training || visit.day !== today) continue;
    const { waiting, priority } = loads.get(visit.queueId) ?? { waiting: 0, priority: 0 };
    loads.set(visit.queueId, {
      waiting: waiting + 1,
      priority: priority + Number(visit.priority === 'priority'),
    });
  }
  return loads;
}
