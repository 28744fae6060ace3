/** Line ends, what moves a terminal's cursor, and what turns the direction of reading around so that a name looks like another. */
const UNSEEN = /[\p{Cc}\u2028\u2029\u200E\u200F\u202A-\u202E\u2066-\u2069]+/gu;

/** What somebody typed as one line that means what it shows: NFC, nothing unseen, no space around it. */
export function toSingleLine(typed: string): string {
  return typed.normalize('NFC').replaceAll(UNSEEN, ' ').trim();
}
