import { inLanguage, type Instant, type LocalText } from '@motcua/domain';
import type { Language, Translate } from '@motcua/i18n';
import { formatLocalDate, formatLongDate, formatTime, useLanguage, useTexts } from '@motcua/ui';
import { Moon } from 'lucide-react';
import type { KioskView } from '../../bridge.ts';
import { Middle } from './middle.tsx';
import { Say } from './say.tsx';

export interface ClosedScreenProps {
  /** `ended`: no number is given any more, but those who have one, or a booking, are served. */
  readonly name: 'closed' | 'ended';
  readonly opensAt: Instant | null;
  readonly reason: LocalText | null;
  readonly view: Pick<KioskView, 'today' | 'zone'>;
}

export function ClosedScreen({ name, opensAt, reason, view }: ClosedScreenProps) {
  const t = useTexts();
  const language = useLanguage();
  return (
    <Middle
      picture={<Moon data-picture strokeWidth={1.5} aria-hidden="true" />}
      title={t(`kiosk.${name}-title`)}
      remark={reason === null ? null : inLanguage(reason, language)}
    >
      {opensAt !== null && <Say look="strong">{opensText(opensAt, view, t, language)}</Say>}
      <Say>{t(`kiosk.${name}-hint`)}</Say>
    </Middle>
  );
}

function opensText(
  at: Instant,
  { today, zone }: Pick<KioskView, 'today' | 'zone'>,
  t: Translate,
  language: Language,
): string {
  const time = formatTime(at, zone);
  const day = formatLongDate(at, zone, language);
  return day.endsWith(formatLocalDate(today, language))
    ? t('kiosk.closed-opens-today', { time })
    : t('kiosk.closed-opens', { time, day });
}
