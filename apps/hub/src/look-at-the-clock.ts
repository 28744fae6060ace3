import { randomUUID } from 'node:crypto';
import { type CommandId, hasExpired, isMissed } from '@motcua/domain';
import type { Hub } from './hub.ts';
import { THE_HUB_ITSELF } from './hub-command.ts';

/** Closes a day that is over, lets calls expire that nobody could speak, and goes on after calls nobody answered. */
export async function lookAtTheClock({ state, now, execute }: Hub): Promise<void> {
  const at = now();
  const { missed } = state.settings.site;
  const due = [
    ...(state.isOver(at) ? (['close-day'] as const) : []),
    ...(state.unheard().some((announcement) => hasExpired(announcement, at))
      ? (['expire-announcements'] as const)
      : []),
    ...(state.called().some((visit) => isMissed(visit, at, missed))
      ? (['mark-missed'] as const)
      : []),
  ];
  await Promise.all(
    due.map((type) => execute({ commandId: randomUUID() as CommandId, type }, THE_HUB_ITSELF)),
  );
}
