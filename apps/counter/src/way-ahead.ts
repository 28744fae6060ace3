import { type Counter, doesStep, type NextStep, type WayAhead } from '@motcua/domain';
import type { Mirror } from '@motcua/client';
import { queueLoads } from './queue-loads.ts';

/** What the hub will know of the ways to the next service, read from the mirror. */
export function wayAhead(mirror: Mirror, counter: Counter | null): WayAhead {
  const loads = queueLoads(mirror);
  const doers = [...mirror.counters.values()].flatMap((now) => {
    const open = mirror.settings.counters.find(({ id }) => id === now.counterId);
    if (now.state !== 'open' || now.training || open === undefined) return [];
    return [(step: NextStep) => doesStep(open, mirror.people.get(now.clerkId) ?? null, step)];
  });
  const now = counter === null ? undefined : mirror.counters.get(counter.id);
  const clerk = now === undefined || now.state === 'closed' ? null : mirror.people.get(now.clerkId);
  return {
    isHere: (step) => counter !== null && doesStep(counter, clerk ?? null, step),
    isServed: (step) => doers.some((does) => does(step)),
    waiting: (queueId) => loads.get(queueId)?.waiting ?? 0,
  };
}
