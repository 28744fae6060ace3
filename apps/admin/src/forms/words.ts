import type { MessageKey, Params, Translate } from '@motcua/i18n';

/** A message before it is translated. */
export interface Words {
  readonly key: MessageKey;
  readonly params?: Params;
}

export function say(t: Translate, { key, params = {} }: Words): string {
  return t(key, params);
}

/** What is wrong with a form, by the name of the field; an empty object can be saved. */
export type Problems = Readonly<Record<string, Words>>;

/** Without the fields in which nothing is wrong. */
export function problemsOf(found: Readonly<Record<string, Words | null>>): Problems {
  const problems: Record<string, Words> = {};
  for (const [field, words] of Object.entries(found)) {
    if (words !== null) problems[field] = words;
  }
  return problems;
}
