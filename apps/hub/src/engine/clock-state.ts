import { randomUUID } from 'node:crypto';
import { type Instant, isPossibleTime, type LocalDate, refuse, type Result } from '@motcua/domain';
import { type Change, hubCommandId } from '@motcua/protocol';
import type { Hub } from './hub.ts';
import type { Identity } from './hub-command.ts';

/** `day-ahead`: the clock is followed, but the open day is a later one. */
export const CLOCK_PROBLEMS = ['ahead', 'behind', 'day-ahead'] as const;

/** What somebody must know of the hub's clock. */
export interface ClockState {
  /** What the hub goes by. */
  readonly at: Instant;
  readonly today: LocalDate;
  /** What the computer's clock shows, and which day that is. */
  readonly wall: Instant;
  readonly wallDay: LocalDate;
  /** Null: all agree. */
  readonly problem: (typeof CLOCK_PROBLEMS)[number] | null;
}

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
