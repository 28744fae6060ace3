import { addDays } from '@motcua/domain';
import type { Hub } from '../engine/hub.ts';
import type { Reader } from '../reads/reader.ts';
import { DAYS_LATE } from '../use-cases/tickets/ticket-ownership.ts';

/**
 * Keeps the figures of each finished day that has none yet, or whose tickets a kiosk reported later. The reader counts
 * them, so that calls go on. Returns how many days were counted; throws when a day could not be read.
 */
export async function rollUpDays(hub: Hub, reader: Pick<Reader, 'text'>): Promise<number> {
  const { state, store, clock } = hub;
  if (!clock.maySweep()) return 0;
  const { journal, rollUps } = store;
  const changing = addDays(state.today, -DAYS_LATE);
  const days = rollUps.missing(state.today, journal.visitsForgottenThrough(), changing);
  for (const day of days) {
    // What is written meanwhile is counted the next time.
    const through = journal.lastSeq();
    rollUps.put(day, through, await reader.text({ type: 'day-roll-up', day }));
  }
  return days.length;
}
