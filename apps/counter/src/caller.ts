import { type Caller, type Counter, type CounterState, queuesServed } from '@motcua/domain';
import type { Mirror } from '@motcua/client';

/** The counter as the calling rule sees it, with the skills of its clerk; a closed counter calls nobody. */
export function callerAt(
  { people, calls }: Pick<Mirror, 'people' | 'calls'>,
  counter: Counter,
  state: CounterState,
): Caller | null {
  if (state.state === 'closed') return null;
  return {
    counterId: counter.id,
    clerkId: state.clerkId,
    queueIds: queuesServed(counter, people.get(state.clerkId) ?? null),
    ordered: counter.ordered,
    quick: counter.quick,
    training: state.training,
    recentCalls: calls.at(counter.id),
  };
}
