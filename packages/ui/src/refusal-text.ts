import type { Refusal } from '@motcua/domain';
import type { MessageKey, Translate } from '@motcua/i18n';

/** The text of a refusal. A code without a text does not compile. */
export function refusalText(t: Translate, { code, detail }: Refusal): string {
  const key = `refusal.${code}` as const satisfies MessageKey;
  return t(key, detail);
}
