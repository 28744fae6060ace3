import type { Refusal } from '@motcua/domain';
import type { Translate } from '@motcua/i18n';
import { refusalText } from '@motcua/ui';

/** Why a command was not taken. Of one that was never answered nobody here knows whether it was carried out. */
export function refusedWords(t: Translate, refusal: Refusal | null): string | null {
  if (refusal === null) return null;
  return refusal.code === 'hub-unavailable' ? t('counter.no-answer') : refusalText(t, refusal);
}
