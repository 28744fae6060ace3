import { classNames, useTexts } from '@motcua/ui';
import { Headset } from 'lucide-react';
import styles from './foot.module.css';

const css = classNames(styles);

export interface FootProps {
  /** Receives the slots in which screens place their buttons. */
  readonly onStart: (slot: HTMLElement | null) => void;
  readonly onEnd: (slot: HTMLElement | null) => void;
}

/** The bottom row: a screen's buttons, and whom to ask. */
export function Foot({ onStart, onEnd }: FootProps) {
  const t = useTexts();
  return (
    <footer className={css('foot')} data-fits>
      <div className={css('dock', 'start')} data-fits ref={onStart} />
      <p className={css('help')} data-fits>
        <Headset aria-hidden="true" />
        {t('kiosk.help')}
      </p>
      <div className={css('dock', 'end')} data-fits ref={onEnd} />
    </footer>
  );
}
