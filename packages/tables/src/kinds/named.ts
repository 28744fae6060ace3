import type { LocalText } from '@motcua/domain';
import { foldDiacritics } from '@motcua/i18n';

type NamesOf<T> = (item: T) => readonly string[];

/** Every language's name of an item. */
export const allNames = (name: LocalText): readonly string[] => Object.values(name);

/** The one item that a cell names, by its id or a name in any language; null: none, or several. */
export function itemNamed<T extends { readonly id: string }>(
  text: string,
  items: readonly T[],
  namesOf: NamesOf<T>,
): T | null {
  const named = items.find(({ id }) => id === text);
  if (named !== undefined) return named;
  const folded = foldDiacritics(text);
  const found = items.filter((item) =>
    namesOf(item).some((name) => foldDiacritics(name) === folded),
  );
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** How an item is written so that it is found again: its name, or its id where others have that name. */
export function nameFor<T extends { readonly id: string }>(
  item: T,
  items: readonly T[],
  namesOf: NamesOf<T>,
): string {
  const written = namesOf(item).find((name) => itemNamed(name, items, namesOf)?.id === item.id);
  return written === undefined || written === '' ? item.id : written;
}
