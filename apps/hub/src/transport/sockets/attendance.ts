import { randomUUID } from 'node:crypto';
import { type CounterId, isUnattended, type PersonId } from '@motcua/domain';
import { hubCommandId } from '@motcua/protocol';
import type { Hub } from '../../engine/hub.ts';
import { THE_HUB_ITSELF } from '../../engine/hub-command.ts';

/** After so many checks (two minutes) without the page of its clerk an open counter is unattended. */
export const CHECKS_UNTIL_UNATTENDED = 60;

export interface Attendance {
  /** Called periodically; `here` are the people whose counter page is connected now. */
  readonly tick: (here: ReadonlySet<PersonId>) => void;
}

/** Records which open counters have no page any more: a clerk whose computer died calls no visitor. */
export function createAttendance(hub: Pick<Hub, 'state' | 'execute'>): Attendance {
  const absent = new Map<CounterId, number>();

  function note(counterId: CounterId, attended: boolean): void {
    const commandId = hubCommandId(randomUUID());
    void hub.execute({ commandId, type: 'note-attendance', counterId, attended }, THE_HUB_ITSELF);
  }

  return {
    tick(here) {
      for (const now of hub.state.counters.values()) {
        const { counterId } = now;
        const isHere = now.state !== 'open' || here.has(now.clerkId);
        const count = isHere ? 0 : (absent.get(counterId) ?? 0) + 1;
        absent.set(counterId, count);
        if (isHere && isUnattended(now)) note(counterId, true);
        if (count === CHECKS_UNTIL_UNATTENDED && !isUnattended(now)) note(counterId, false);
      }
    },
  };
}
