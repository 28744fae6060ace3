import { randomUUID } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
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
  if (days.length === 0 && !store.tables.hasVisitsThrough(through)) {
    store.rollUps.forgetClerks(through);
    return 0;
  }
  const range = { day: through, lastSeq: next - 1 };
  // A day at a time: after months off, or a shorter time of keeping, calls are not held up by years of visits.
  for (const { day, lastSeq } of [
    ...store.figures.ranges(store.journal.visitsForgottenThrough(), next).slice(0, -1),
    range,
  ]) {
    const commandId = hubCommandId(randomUUID());
    const until = day < through ? day : through;
    store.rollUps.forgetClerks(until);
    const result = await hub.execute(
      { commandId, type: 'forget-visits', through: until, lastSeq },
      THE_HUB_ITSELF,
    );
    if (!result.ok) throw new Error(`Visits through ${until} stay: ${result.refusal.code}`);
    // Whatever came meanwhile is carried out before the next day is forgotten.
    await nextTurn();
  }
  return days.length;
}
