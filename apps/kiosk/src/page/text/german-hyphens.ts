import { hyphenateSync } from 'hyphen/de/index.js';

/** Shorter words are not hyphenated: they fit, or little would be gained. */
const LONG = 12;

/** Inserts soft hyphens into long German words. */
export function withHyphens(text: string): string {
  return hyphenateSync(text, { minWordLength: LONG });
}
