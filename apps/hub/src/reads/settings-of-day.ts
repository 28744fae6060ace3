import type { LocalDate, Settings } from '@motcua/domain';
import type { Store } from '@motcua/store';
import { LiveSettings } from '../engine/live-settings.ts';

/**
 * The settings as they were when that day ended, with what was removed on it: a report of the day must not change with
 * what is renamed, moved or removed later.
 */
export function settingsOfDay({ journal }: Pick<Store, 'journal'>, day: LocalDate): Settings {
  const settings = new LiveSettings();
  const first = journal.firstSeqOf(day) ?? Number.MAX_SAFE_INTEGER;
  const last = (journal.firstSeqAfter(day) ?? Number.MAX_SAFE_INTEGER) - 1;
  for (const change of journal.settingChanges(last)) {
    if (change.type === 'setting-changed') settings.put(change.setting);
    else if (change.seq < first) settings.remove(change.kind, change.id);
  }
  return settings.all();
}
