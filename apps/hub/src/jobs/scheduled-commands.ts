import { randomUUID } from 'node:crypto';
import { hasExpired } from '@motcua/domain';
import { hubCommandId } from '@motcua/protocol';
import type { Hub } from '../engine/hub.ts';
import { THE_HUB_ITSELF } from '../engine/hub-command.ts';
import { missedNow } from '../use-cases/visits/missed.ts';

/** Closes a day that is over, expires calls that no display could speak, and goes on after unanswered calls. */
export async function runScheduledCommands({ state, now, execute }: Hub): Promise<void> {
  const at = now();
  const due = [
    ...(state.isOver(at) ? (['close-day'] as const) : []),
    ...(state.unheard().some((announcement) => hasExpired(announcement, at))
      ? (['expire-announcements'] as const)
      : []),
    ...(missedNow(state, at).length > 0 ? (['mark-missed'] as const) : []),
  ];
  await Promise.all(
    due.map((type) => execute({ commandId: hubCommandId(randomUUID()), type }, THE_HUB_ITSELF)),
  );
}
