import { type Counter, queuesServed, type WayAhead } from '@motcua/domain';
import type { Mirror } from '@motcua/client';
import { queueLoads } from './queue-loads.ts';

/** What the hub will know of the ways to the next service, read from the mirror. */
export function wayAhead(mirror: Mirror, counter: Counter | null): WayAhead {
  const loads = queueLoads(mirror);
  const served = new Set(
    [...mirror.counters.values()].flatMap((now) => {
      const open = mirror.settings.counters.find(({ id }) => id === now.counterId);
      if (now.state !== 'open' || now.training || open === undefined) return [];
      return queuesServed(open, mirror.people.get(now.clerkId) ?? null);
    }),
  );
  return {
    here: new Set(counter?.queueIds),
    isServed: (queueId) => served.has(queueId),
    waiting: (queueId) => loads.get(queueId)?.waiting ?? 0,
  };
}
