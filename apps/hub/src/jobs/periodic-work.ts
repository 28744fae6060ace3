import type { LocalDate } from '@motcua/domain';
import type { ClockState } from '@motcua/protocol/http';
import { eraseFromWal } from '@motcua/store';
import { clockStateOf } from '../clock/clock-state.ts';
import type { Hub } from '../engine/hub.ts';
import { runScheduledCommands } from './scheduled-commands.ts';
import { deleteRestoreLeftovers } from '../backups/delete-restore-leftovers.ts';
import { forgetOldVisits } from './forget-old-visits.ts';
import { rollUpDays } from './roll-up-days.ts';
import type { Reader } from '../reads/reader.ts';
import type { Log } from '../operations/log.ts';

export interface PeriodicWork {
  readonly hub: Hub;
  readonly log: Log;
  readonly reader: Reader;
  /** Called at each check. */
  readonly tick: () => void;
  /** Called once a day, and at the first check. */
  readonly daily: () => void;
}

/** How often the hub checks its clock: for midnight, and for calls that no display spoke. */
const CHECK_INTERVAL_MS = 2_000;

/** Periodic work: closes the day, deletes what is too old, compares clocks. Returns how to stop. */
export function startPeriodicWork({ hub, log, reader, tick, daily }: PeriodicWork): () => void {
  const clockLog = createClockLog(hub, log);
  let cleanedUpOn: LocalDate | null = null;
  let overwrittenOn = hub.state.today;
  let stopped = false;

  const timer = setInterval(() => {
    clockLog.tick();
    void runScheduledCommands(hub);
    tick();
    // Confidential content was deleted with the end of the day, and must not stay in the log.
    if (overwrittenOn !== hub.state.today && eraseFromWal(hub.store.db))
      overwrittenOn = hub.state.today;
    if (cleanedUpOn === hub.state.today || !hub.clock.maySweep()) return;
    cleanedUpOn = hub.state.today;
    daily();
    void deleteOldData(hub, reader, log, () => stopped);
  }, CHECK_INTERVAL_MS);

  return () => {
    stopped = true;
    clearInterval(timer);
  };
}

/** Once a day: what is too old to keep is deleted. */
async function deleteOldData(
  hub: Hub,
  reader: Reader,
  log: Log,
  isClosing: () => boolean,
): Promise<void> {
  try {
    deleteRestoreLeftovers(hub);
    // Before anything is deleted, because a roll-up is counted from single visits.
    const counted = await rollUpDays(hub, reader);
    if (counted > 0) log.info({ days: counted }, 'the figures of finished days were added up');
    const days = await forgetOldVisits(hub, reader);
    if (days > 0) log.info({ days }, 'single visits were forgotten, their figures kept');
  } catch (cause) {
    // A hub that closes ends its reads; the next start goes on with the rest.
    if (!isClosing()) log.error({ err: cause }, 'old visits could not be forgotten');
  }
}

/** Logs when the computer's clock is no longer trusted, and when it is again. */
function createClockLog(hub: Hub, log: Log): { readonly tick: () => void } {
  let said: ClockState['problem'] = null;
  return {
    tick() {
      const { problem, today, wall, at } = clockStateOf(hub);
      if (problem === said) return;
      said = problem;
      const shown = {
        ...{ today, clock: new Date(wall).toISOString(), goesBy: new Date(at).toISOString() },
        problem,
      };
      if (problem === null) log.info(shown, 'the clock and the open day agree');
      else log.warn(shown, 'the clock of the computer does not agree with the open day');
    },
  };
}
