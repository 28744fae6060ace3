import { type CounterId, type Party, wayAhead, type WayAhead } from '@motcua/domain';
import type { Mirror } from '@motcua/client';
import { queueLoads } from '../room/queue-loads.ts';

/** What the hub uses to choose a visit's next service, computed from the mirror. */
export function stepsAhead(
  mirror: Mirror,
  counterId: CounterId | null,
): (party: Party) => WayAhead {
  const { counters, people, settings } = mirror;
  const counter = (id: CounterId) => settings.counters.find((each) => each.id === id) ?? null;
  const loads = queueLoads(mirror);
  const waiting: WayAhead['waiting'] = (queueId) => loads.get(queueId)?.waiting ?? 0;
  return wayAhead({ counters, people, counter, waiting }, counterId);
}
