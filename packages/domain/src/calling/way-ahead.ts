import { callsVisitors, type Counter, type CounterState, doesStep } from '../site/counter.ts';
import type { CounterId, PersonId } from '../ids.ts';
import type { Person } from '../people/people-and-devices.ts';
import type { WayAhead } from '../visit/steps.ts';
import type { Party } from '../visit/visit.ts';

/** What the way ahead depends on: the hub's state, or a screen's mirror of it. */
export interface Counters {
  readonly counters: ReadonlyMap<CounterId, CounterState>;
  readonly people: ReadonlyMap<PersonId, Pick<Person, 'skills'>>;
  readonly counter: (id: CounterId) => Counter | null;
  readonly waiting: WayAhead['waiting'];
}

/**
 * The ways to the next service for such a party, from a counter or from the kiosk (null). A counter in practice or
 * without its clerk's page counts as closed.
 */
export function wayAhead(
  { counters, people, counter, waiting }: Counters,
  counterId: CounterId | null,
): (party: Party) => WayAhead {
  const clerkAt = (state: CounterState | undefined) =>
    state === undefined || state.state === 'closed' ? null : (people.get(state.clerkId) ?? null);
  const open = Array.from(counters.values()).flatMap((state) => {
    const at = counter(state.counterId);
    return !callsVisitors(state) || at === null ? [] : [{ at, clerk: clerkAt(state) }];
  });
  const here = counterId === null ? null : counter(counterId);
  const clerk = counterId === null ? null : clerkAt(counters.get(counterId));
  return (party) => ({
    isHere: (step) => here !== null && doesStep(here, clerk, step, party),
    isServed: (step) => open.some((each) => doesStep(each.at, each.clerk, step, party)),
    waiting,
  });
}
