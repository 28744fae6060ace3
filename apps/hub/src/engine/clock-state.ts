import { randomUUID } from 'node:crypto';
import { isPossibleTime, refuse, type Result } from '@motcua/domain';
import { type Change, hubCommandId } from '@motcua/protocol';
import type { ClockState } from '@motcua/protocol/http';
import type { Hub } from './hub.ts';
import type { Identity } from './hub-command.ts';

export function clockStateOf({
  clock,
  state,
  now,
}: Pick<Hub, 'clock' | 'state' | 'now'>): ClockState {
  const doubt = clock.doubt();
  const at = doubt?.at ?? now();
  const wall = doubt?.wall ?? at;
  const wallDay = state.settings.clock.localDate(wall);
  const problem = doubt?.kind ?? (wallDay < state.today ? 'day-ahead' : null);
  return { at, today: state.today, wall, wallDay, problem };
}

/** Somebody compared the computer's clock with another one and says that it is right. */
export async function confirmClock(
  hub: Pick<Hub, 'clock' | 'execute' | 'now'>,
  by: Identity,
): Promise<Result<readonly Change[]>> {
  const doubt = hub.clock.doubt();
  const at = doubt?.wall ?? hub.now();
  if (!isPossibleTime(at)) return refuse('clock-impossible');
  const commandId = hubCommandId(randomUUID());
  const movedMs = doubt === null ? 0 : doubt.wall - doubt.at;
  const since = doubt?.since ?? null;
  return hub.execute({ commandId, type: 'confirm-clock', at, since, movedMs }, by);
}
