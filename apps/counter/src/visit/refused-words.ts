import type { Refusal } from '@motcua/domain';
import type { Translate } from '@motcua/i18n';
import { refusalText } from '@motcua/ui';

/** Why a command was refused. If no answer came, it is unknown whether it was carried out. */
export function refusedWords(t: Translate, refusal: Refusal | null): string | null {
  if (refusal === null) return null;
  return refusal.code === 'hub-unavailable' ? t('counter.no-answer') : refusalText(t, refusal);
}
