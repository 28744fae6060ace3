import { type CounterId, type Party, wayAhead, type WayAhead } from '@motcua/domain';
import type { CommandContext } from '../use-case.ts';

/** The ways to the next service, from a counter or (null) from the kiosk. */
export function stepsAhead(
  { state }: CommandContext,
  counterId: CounterId | null,
  party: Party,
): WayAhead {
  const { counters, people } = state;
  const counter = (id: CounterId) => state.settings.counter(id);
  const waiting: WayAhead['waiting'] = (queueId) => state.room.load(queueId).waiting;
  return wayAhead({ counters, people, counter, waiting }, counterId)(party);
}
