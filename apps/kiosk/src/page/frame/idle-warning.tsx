import { classNames, useTexts } from '@motcua/ui';
import { Hourglass } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Action } from '../touch/action.tsx';
import styles from './idle-warning.module.css';

const css = classNames(styles);

export interface IdleWarningProps {
  readonly seconds: number;
  readonly onMoreTime: () => void;
}

/** A touch anywhere gives more time; the button says so. */
export function IdleWarning({ seconds, onMoreTime }: IdleWarningProps) {
  const t = useTexts();
  const dialog = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    dialog.current?.querySelector('button')?.focus({ preventScroll: true });
    return () => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);
  return (
    <div className={css('veil')}>
      <div
        ref={dialog}
        className={css('idle')}
        role="alertdialog"
        aria-modal="true"
        aria-labelledby="idle-question"
        aria-describedby="idle-countdown"
      >
        <Hourglass data-picture aria-hidden="true" />
        <h2 id="idle-question">{t('kiosk.idle-question')}</h2>
        <p id="idle-countdown">{t('kiosk.idle-countdown', { seconds })}</p>
        <div className={css('bar')} aria-hidden="true">
          <span style={{ width: `${(seconds / 20) * 100}%` }} />
        </div>
        <Action look="primary" id="more-time" onPress={onMoreTime}>
          {t('kiosk.idle-more-time')}
        </Action>
      </div>
    </div>
  );
}
