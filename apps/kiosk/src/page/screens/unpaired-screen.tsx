import { classNames, useTexts } from '@motcua/ui';
import { Middle } from './middle.tsx';
import { Say } from './say.tsx';
import styles from './unpaired-screen.module.css';

const css = classNames(styles);

export interface UnpairedScreenProps {
  /** Six digits; null until received from the hub. */
  readonly code: string | null;
  /** An administrator refused the kiosk. */
  readonly refused: boolean;
}

export function UnpairedScreen({ code, refused }: UnpairedScreenProps) {
  const t = useTexts();
  if (refused)
    return (
      <Middle title={t('common.pairing-refused-title')}>
        <Say>{t('kiosk.pairing-refused')}</Say>
      </Middle>
    );
  return (
    <Middle title={t('kiosk.pairing-title')}>
      <output className={css('code')}>{code ?? t('kiosk.pairing-waiting')}</output>
      {code !== null && <Say>{t('kiosk.pairing-hint')}</Say>}
    </Middle>
  );
}
