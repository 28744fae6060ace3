import { type CounterId, doesStep, type NextStep, type Party, type WayAhead } from '@motcua/domain';
import type { Situation } from './use-case.ts';

/** What is known of the ways to the next service, from a counter or (null) from the kiosk. */
export function wayAhead(
  { state }: Situation,
  counterId: CounterId | null,
  party: Party,
): WayAhead {
  const doers = [...state.counters.values()].flatMap((now) => {
    const counter = state.settings.counter(now.counterId);
    if (now.state !== 'open' || now.training || counter === null) return [];
    const clerk = state.people.get(now.clerkId) ?? null;
    return [(step: NextStep) => doesStep(counter, clerk, step, party)];
  });
  const here = counterId === null ? null : state.settings.counter(counterId);
  const now = counterId === null ? undefined : state.counters.get(counterId);
  const clerk = now === undefined || now.state === 'closed' ? null : state.people.get(now.clerkId);
  return {
    isHere: (step) => here !== null && doesStep(here, clerk ?? null, step, party),
    isServed: (step) => doers.some((does) => does(step)),
    waiting: (queueId) => state.room.load(queueId).waiting,
  };
}
