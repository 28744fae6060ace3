import type { LocalDate, Person, PersonId } from '@motcua/domain';
import type { VisitStory } from '@motcua/protocol/http';
import { visitStory } from '@motcua/reports';
import type { Store } from '@motcua/store';
import { LiveSettings } from '../engine/live-settings.ts';

/** Why a visit waited; null: its number was not given on that day, or the day's visits are deleted. */
export function storyOf(
  { store: { journal } }: { readonly store: Pick<Store, 'journal'> },
  day: LocalDate,
  number: string,
): VisitStory | null {
  const first = journal.firstSeqOf(day);
  if (first === null) return null;
  const settings = new LiveSettings();
  for (const change of journal.settingChanges(first - 1)) {
    if (change.type === 'setting-changed') settings.put(change.setting);
    else settings.remove(change.kind, change.id);
  }
  const people = new Map<PersonId, Person>(
    journal.personChanges(first - 1).map(({ person }) => [person.id, person]),
  );
  return visitStory(number, journal.ofDay(day), { settings: settings.all(), people });
}
