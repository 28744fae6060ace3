import { type Caller, type Counter, type CounterState, toCaller } from '@motcua/domain';
import type { Mirror } from '@motcua/client';

/** The counter as input of the calling rule; a closed counter calls no visit. */
export function callerAt(
  { people, calls }: Pick<Mirror, 'people' | 'calls'>,
  counter: Counter,
  state: CounterState,
): Caller | null {
  if (state.state === 'closed') return null;
  return toCaller(counter, state, people.get(state.clerkId) ?? null, calls.at(counter.id));
}
