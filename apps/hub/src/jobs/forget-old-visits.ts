import { randomUUID } from 'node:crypto';
import { addDays, type CommandId } from '@motcua/domain';
import type { DayReport } from '@motcua/reports';
import type { Reader } from '../reads/reader.ts';
import type { Hub } from '../hub.ts';
import { THE_HUB_ITSELF } from '../hub-command.ts';

/**
 * Keeps the figures of days that are older than the centre keeps single visits, and forgets the visits. The figures
 * are written first, so that no day is lost when the hub dies in between; the next attempt then forgets its visits.
 * Answers how many days' figures were written; throws when the hub does not forget.
 */
export async function forgetOldVisits(hub: Hub, reader: Pick<Reader, 'text'>): Promise<number> {
  const { state, store } = hub;
  const oldest = addDays(state.today, -state.settings.site.retentionDays);
  const days = store.journal.daysBetween(store.figures.last(), oldest);
  for (const day of days) {
    // A hub that was away for months counts many days; calls go on meanwhile.
    const figures = await reader.text({ type: 'day-figures', day });
    store.figures.put(day, JSON.parse(figures) as DayReport);
  }
  const through = store.figures.last();
  const next = through === null ? null : store.journal.firstSeqAfter(through);
  if (through === null || next === null || through >= oldest) return 0;
  if (days.length === 0 && !store.tables.hasVisitsThrough(through)) return 0;
  const commandId = randomUUID() as CommandId;
  const result = await hub.execute(
    { commandId, type: 'forget-visits', through, lastSeq: next - 1 },
    THE_HUB_ITSELF,
  );
  if (!result.ok) throw new Error(`Visits through ${through} stay: ${result.refusal.code}`);
  return days.length;
}
