import type { HubState, Mirror } from '@motcua/client';
import type { Person } from '@motcua/domain';

export type AdminPhase =
  | { readonly type: 'connecting' | 'sign-in' | 'turned-away' }
  | {
      readonly type: 'in';
      readonly mirror: Mirror;
      readonly me: Person;
      /** The hub asks for a new sign-in; what was typed stays. */
      readonly sessionEnded: boolean;
    };

/**
 * The screen for the hub's state. `left` is what was known at the sign-out:
 * nothing of it may stay on the screen, not even while the next person signs in.
 */
export function adminPhase(
  { connection, turnedAway, mirror }: HubState,
  left: Mirror | null,
): AdminPhase {
  if (connection === 'turned-away' && turnedAway !== 'sign-in-first') {
    return { type: 'turned-away' };
  }
  if (left !== null && mirror === left) return { type: 'sign-in' };
  const sessionEnded = connection === 'turned-away';
  const id = mirror?.personId ?? null;
  const me = id === null ? undefined : mirror?.people.get(id);
  if (mirror !== null && me !== undefined) return { type: 'in', mirror, me, sessionEnded };
  return { type: sessionEnded ? 'sign-in' : 'connecting' };
}
