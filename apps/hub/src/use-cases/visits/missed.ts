import {
  type Instant,
  isBeingSpoken,
  isMissed,
  ok,
  type PermissionContext,
  type Visit,
} from '@motcua/domain';
import type { LiveState } from '../../engine/live-state.ts';
import { changed, type CommandContext, type UseCase } from '../use-case.ts';

/** Visits that were called often enough and have not come, long enough after the room could hear it. */
export function missedNow(state: LiveState, at: Instant): readonly Visit[] {
  const { missed } = state.settings.site;
  return state.called().filter((visit) => {
    const call = state.callsOf(visit.id).at(-1);
    const heardAt = call?.state === 'played' ? call.stateSince : null;
    return isMissed(visit, at, missed, heardAt) && !isBeingSpoken(call, state.voice(), at);
  });
}

/** What the hub knows of calls, for `mayActOn`. */
export function permissionContext({
  state,
  at,
}: Pick<CommandContext, 'state' | 'at'>): PermissionContext {
  return {
    at,
    missed: state.settings.site.missed,
    callOf: ({ id }) => state.callsOf(id).at(-1),
    recentCalls: () => state.voice(),
  };
}

/** Marks a visit that was called often enough and has not come, so that the counter and the next visitor go on. */
export const markMissed: UseCase<'mark-missed'> = (context) => {
  const { state, at } = context;
  return ok(
    missedNow(state, at).flatMap((visit) => changed(context, visit, { type: 'mark-no-show' })),
  );
};
