import { randomUUID } from 'node:crypto';
import { addDays } from '@motcua/domain';
import { hubCommandId } from '@motcua/protocol';
import type { Reader } from '../reads/reader.ts';
import type { Hub } from '../engine/hub.ts';
import { THE_HUB_ITSELF } from '../engine/hub-command.ts';

/**
 * Keeps the figures of days that are older than the centre keeps single visits, and deletes the visits. The figures
 * are written first, so that no day is lost when the hub dies in between; the next attempt then deletes its visits.
 * While the clock is not trusted nothing is deleted: what is gone does not come back.
 * Returns how many days' figures were written; throws when nothing could be deleted.
 */
export async function forgetOldVisits(hub: Hub, reader: Pick<Reader, 'text'>): Promise<number> {
  const { state, store, clock } = hub;
  if (!clock.maySweep()) return 0;
  const oldest = addDays(state.today, -state.settings.site.retentionDays);
  const through = store.journal.dayBefore(oldest);
  const next = through === null ? null : store.journal.firstSeqAfter(through);
  if (through === null || next === null) return 0;
  const days = store.figures.missing(next, store.journal.visitsForgottenThrough());
  for (const day of days) {
    // A hub that was off for months counts many days; calls go on meanwhile.
    store.figures.put(day, await reader.text({ type: 'day-figures', day }));
  }
  store.rollUps.forgetClerks(through);
  if (days.length === 0 && !store.tables.hasVisitsThrough(through)) return 0;
  const commandId = hubCommandId(randomUUID());
  const result = await hub.execute(
    { commandId, type: 'forget-visits', through, lastSeq: next - 1 },
    THE_HUB_ITSELF,
  );
  if (!result.ok) throw new Error(`Visits through ${through} stay: ${result.refusal.code}`);
  return days.length;
}
