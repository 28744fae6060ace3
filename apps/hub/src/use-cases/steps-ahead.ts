import { type CounterId, queuesServed, type WayAhead } from '@motcua/domain';
import type { Situation } from './use-case.ts';

/** What is known of the ways to the next service, from a counter or (null) from the kiosk. */
export function wayAhead({ state }: Situation, counterId: CounterId | null): WayAhead {
  const served = new Set(
    [...state.counters.values()].flatMap((now) => {
      const counter = state.settings.counter(now.counterId);
      if (now.state !== 'open' || now.training || counter === null) return [];
      return queuesServed(counter, state.people.get(now.clerkId) ?? null);
    }),
  );
  const here = counterId === null ? null : state.settings.counter(counterId);
  return {
    here: new Set(here === null ? [] : here.queueIds),
    isServed: (queueId) => served.has(queueId),
    waiting: (queueId) => state.room.load(queueId).waiting,
  };
}
