import { refuse, type Result, undrawableAnywhere } from '@motcua/domain';

/** Refuses names with letters that slip and report could not draw: a name without its letters is another name. */
export function refuseUndrawable(named: unknown): Result<never> | null {
  const letters = undrawableAnywhere(named);
  return letters.length === 0
    ? null
    : refuse('letters-not-drawable', { letters: letters.slice(0, MAX_LETTERS_SHOWN).join(' ') });
}

const MAX_LETTERS_SHOWN = 10;
