import { randomUUID } from 'node:crypto';
import { type AccessEvent, hubCommandId } from '@motcua/protocol';
import type { Hub } from '../engine/hub.ts';
import type { Identity } from '../engine/hub-command.ts';

/** Writes into the journal who came in or tried to, or what was carried out; `subject` is the id it is about. */
export async function recordAccess(
  hub: Pick<Hub, 'execute'>,
  event: AccessEvent,
  subject: string | null,
  by: Identity,
): Promise<void> {
  const commandId = hubCommandId(randomUUID());
  await hub.execute({ commandId, type: 'note-at-the-door', event, subject }, by);
}
