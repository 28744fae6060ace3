import { REFUSAL_CODES, type Result } from '@motcua/domain';
import { texts } from '@motcua/i18n';

/** An error that the command line prints as one sentence before it exits with 1; any other error is a bug. */
export class Sentence extends Error {
  override readonly name = 'Sentence';
}

/** The value, or the refusal as a sentence. */
export function orSentence<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw toSentence(result.refusal.code, result.refusal.detail);
}

export function toSentence(code: string, detail: Readonly<Record<string, string>> = {}): Sentence {
  const known = REFUSAL_CODES.find((each) => each === code);
  return new Sentence(
    known === undefined
      ? `The hub refused with "${code}".`
      : texts('en')(`refusal.${known}`, detail),
  );
}
