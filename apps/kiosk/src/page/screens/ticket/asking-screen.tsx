import { classNames, useTexts } from '@motcua/ui';
import { Middle } from '../middle.tsx';
import { Say } from '../say.tsx';
import styles from './asking-screen.module.css';

const css = classNames(styles);

export function AskingScreen() {
  const t = useTexts();
  return (
    <Middle
      picture={
        <span className={css('dots')} aria-hidden="true">
          <span />
          <span />
          <span />
        </span>
      }
      title={t('kiosk.asking')}
      aria-busy="true"
    >
      <Say>{t('kiosk.asking-hint')}</Say>
    </Middle>
  );
}
