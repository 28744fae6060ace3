import type { Change, Role } from '@motcua/protocol';
import type { HubCommand, Identity } from '../../engine/hub-command.ts';

/** The order in which roles get changes: the whole room waits for the display, a clerk only for their own key. */
export const ROLES_IN_ORDER = [
  'display',
  'counter',
  'kiosk',
  'admin',
] as const satisfies readonly Role[];

/**
 * Whether an answer leaves before the changes that were written with it; else it leaves after them. A visitor at a
 * kiosk waits for the number, and the room may get it a moment later, unless it waits for a call.
 */
export function isUrgent(
  { type }: Pick<HubCommand, 'type'>,
  { deviceRole }: Pick<Identity, 'deviceRole'>,
  written: readonly Pick<Change, 'type'>[],
): boolean {
  return (
    type === 'issue-ticket' &&
    deviceRole === 'kiosk' &&
    !written.some((change) => change.type === 'announcement-changed')
  );
}
