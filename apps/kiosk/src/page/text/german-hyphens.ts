import { hyphenateSync } from 'hyphen/de/index.js';

/** Shorter words are not broken: they fit, or nothing would be gained. */
const LONG = 12;

/** With soft hyphens where a long German word may be broken. */
export function withHyphens(text: string): string {
  return hyphenateSync(text, { minWordLength: LONG });
}
