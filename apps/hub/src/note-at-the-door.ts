import { randomUUID } from 'node:crypto';
import type { CommandId } from '@motcua/domain';
import type { DoorEvent } from '@motcua/protocol';
import type { Hub } from './hub.ts';
import type { Identity } from './hub-command.ts';

/** Writes into the journal who came in or tried to, or what was carried out; `subject` is the id it is about. */
export async function noteAtTheDoor(
  hub: Pick<Hub, 'execute'>,
  event: DoorEvent,
  subject: string | null,
  by: Identity,
): Promise<void> {
  const commandId = randomUUID() as CommandId;
  await hub.execute({ commandId, type: 'note-at-the-door', event, subject }, by);
}
