import { inLanguage, type LocalText } from '@motcua/domain';
import { formatLocalDate, formatLongDate, formatTime, useLanguage, useTexts } from '@motcua/ui';
import { Moon } from 'lucide-react';
import type { KioskOpening, KioskView } from '../../bridge.ts';
import { Title } from './title.tsx';

export interface ClosedScreenProps {
  readonly opening: Extract<KioskOpening, { open: false }>;
  readonly view: Pick<KioskView, 'today' | 'zone'>;
}

export function ClosedScreen({ opening: { opensAt, reason }, view }: ClosedScreenProps) {
  const t = useTexts();
  const language = useLanguage();
  return (
    <div className="middle">
      <Moon className="picture" strokeWidth={1.5} aria-hidden="true" />
      <Title remark={reasonText(reason, language)}>{t('kiosk.closed-title')}</Title>
      {opensAt !== null && <p className="say say-strong">{opensText(opensAt)}</p>}
      <p className="say">{t('kiosk.closed-hint')}</p>
    </div>
  );

  function opensText(at: NonNullable<typeof opensAt>): string {
    const time = formatTime(at, view.zone);
    const day = formatLongDate(at, view.zone, language);
    return day.endsWith(formatLocalDate(view.today, language))
      ? t('kiosk.closed-opens-today', { time })
      : t('kiosk.closed-opens', { time, day });
  }
}

function reasonText(reason: LocalText | null, language: string): string | null {
  return reason === null ? null : inLanguage(reason, language);
}
