import { inLanguage, type Instant, type LocalText } from '@motcua/domain';
import type { Language, Translate } from '@motcua/i18n';
import { formatLocalDate, formatLongDate, formatTime, useLanguage, useTexts } from '@motcua/ui';
import { Moon } from 'lucide-react';
import type { KioskView } from '../../bridge.ts';
import { Title } from './title.tsx';

export interface ClosedScreenProps {
  readonly opensAt: Instant | null;
  readonly reason: LocalText | null;
  /** No more numbers are issued, but visitors with a number or a booking are served. */
  readonly stillServing: boolean;
  readonly view: Pick<KioskView, 'today' | 'zone'>;
}

export function ClosedScreen({ opensAt, reason, stillServing, view }: ClosedScreenProps) {
  const t = useTexts();
  const language = useLanguage();
  return (
    <div className="middle">
      <Moon className="picture" strokeWidth={1.5} aria-hidden="true" />
      <Title remark={reason === null ? null : inLanguage(reason, language)}>
        {t(stillServing ? 'kiosk.ended-title' : 'kiosk.closed-title')}
      </Title>
      {opensAt !== null && (
        <p className="say say-strong">{opensText(opensAt, view, t, language)}</p>
      )}
      <p className="say">{t(stillServing ? 'kiosk.ended-hint' : 'kiosk.closed-hint')}</p>
    </div>
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
