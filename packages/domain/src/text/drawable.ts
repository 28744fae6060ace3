import { DRAWABLE_RANGES } from './drawable-letters.ts';

/** The letters of a name that neither slip nor report could draw, each once; empty: all of it can be drawn. */
export function undrawableIn(text: string): readonly string[] {
  const letters = [...new Set(text.normalize('NFC'))];
  return letters.filter((letter) => !isDrawable(letter.codePointAt(0) ?? 0));
}

/** The same in whatever holds texts: a name, or all texts of a setting. */
export function undrawableAnywhere(value: unknown): readonly string[] {
  if (typeof value === 'string') return undrawableIn(value);
  if (typeof value !== 'object' || value === null) return [];
  return [...new Set(Object.values(value).flatMap(undrawableAnywhere))];
}

function isDrawable(code: number): boolean {
  return DRAWABLE_RANGES.some(([from, to]) => code >= from && code <= to);
}
