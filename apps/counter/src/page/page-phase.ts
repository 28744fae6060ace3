import type { CounterId } from '@motcua/domain';
import type { HubState, Mirror } from '@motcua/client';
import { ownCounter } from '../screens/counter-view.ts';

export type PagePhase =
  | { readonly type: 'connecting' | 'sign-in' | 'turned-away' }
  | { readonly type: 'choose'; readonly mirror: Mirror }
  | { readonly type: 'work'; readonly mirror: Mirror; readonly counterId: CounterId };

/** Which screen the hub's state calls for. While offline the screen stays, because its content is still valid. */
export function pagePhase({ connection, turnedAway, mirror }: HubState): PagePhase {
  if (connection === 'turned-away') {
    return { type: turnedAway === 'sign-in-first' ? 'sign-in' : 'turned-away' };
  }
  if (mirror === null) return { type: 'connecting' };
  const counterId = ownCounter(mirror);
  return counterId === null ? { type: 'choose', mirror } : { type: 'work', mirror, counterId };
}
