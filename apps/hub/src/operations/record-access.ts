import { randomUUID } from 'node:crypto';
import { type AccessEvent, hubCommandId } from '@motcua/protocol';
import type { Hub } from '../engine/hub.ts';
import type { Identity } from '../engine/hub-command.ts';

/** Records a sign-in, a failed one, or an export in the journal; `subject` is the id it is about. */
export async function recordAccess(
  hub: Pick<Hub, 'execute'>,
  event: AccessEvent,
  subject: string | null,
  by: Identity,
  count?: number,
): Promise<void> {
  const commandId = hubCommandId(randomUUID());
  await hub.execute(
    { commandId, type: 'record-access', event, subject, ...(count !== undefined && { count }) },
    by,
  );
}
