import { randomUUID } from 'node:crypto';
import { isPossibleTime, refuse, type Result } from '@motcua/domain';
import { type Change, hubCommandId } from '@motcua/protocol';
import type { ClockState } from '@motcua/protocol/http';
import type { Hub } from '../engine/hub.ts';
import type { Identity } from '../engine/hub-command.ts';

export function clockStateOf({
  clock,
  state,
  now,
}: Pick<Hub, 'clock' | 'state' | 'now'>): ClockState {
  const jump = clock.problem();
  const at = jump?.at ?? now();
  const wall = jump?.wall ?? at;
  const wallDay = state.settings.clock.localDate(wall);
  const problem = jump?.kind ?? (wallDay < state.today ? 'day-ahead' : null);
  return { at, today: state.today, wall, wallDay, problem };
}

/** A person compared the computer's clock with another one and confirms it. */
export async function confirmClock(
  hub: Pick<Hub, 'clock' | 'execute' | 'now'>,
  by: Identity,
): Promise<Result<readonly Change[]>> {
  const problem = hub.clock.problem();
  const at = problem?.wall ?? hub.now();
  if (!isPossibleTime(at)) return refuse('clock-impossible');
  const commandId = hubCommandId(randomUUID());
  const movedMs = problem === null ? 0 : problem.wall - problem.at;
  const since = problem?.since ?? null;
  return hub.execute({ commandId, type: 'confirm-clock', at, since, movedMs }, by);
}
