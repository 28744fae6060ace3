import { type Counter, doesStep, type Party, type WayAhead } from '@motcua/domain';
import type { Mirror } from '@motcua/client';
import { queueLoads } from './queue-loads.ts';

/** What the hub will know of the ways to the next service, read from the mirror. */
export function wayAhead(mirror: Mirror, counter: Counter | null): (party: Party) => WayAhead {
  const loads = queueLoads(mirror);
  const doers = [...mirror.counters.values()].flatMap((now) => {
    const open = mirror.settings.counters.find(({ id }) => id === now.counterId);
    if (now.state !== 'open' || now.training || open === undefined) return [];
    return [{ open, clerk: mirror.people.get(now.clerkId) ?? null }];
  });
  const now = counter === null ? undefined : mirror.counters.get(counter.id);
  const clerk = now === undefined || now.state === 'closed' ? null : mirror.people.get(now.clerkId);
  return (party) => ({
    isHere: (step) => counter !== null && doesStep(counter, clerk ?? null, step, party),
    isServed: (step) => doers.some(({ open, clerk: who }) => doesStep(open, who, step, party)),
    waiting: (queueId) => loads.get(queueId)?.waiting ?? 0,
  });
}
