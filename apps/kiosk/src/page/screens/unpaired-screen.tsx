import { useTexts } from '@motcua/ui';
import { Title } from './title.tsx';

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
      <div className="middle">
        <Title>{t('common.pairing-refused-title')}</Title>
        <p className="say">{t('kiosk.pairing-refused')}</p>
      </div>
    );
  return (
    <div className="middle">
      <Title>{t('kiosk.pairing-title')}</Title>
      <output className="pairing-code">{code ?? t('kiosk.pairing-waiting')}</output>
      {code !== null && <p className="say">{t('kiosk.pairing-hint')}</p>}
    </div>
  );
}
