import { useTexts } from '@motcua/ui';
import { Title } from './title.tsx';

export interface UnpairedScreenProps {
  /** Six digits; null until the hub gave them. */
  readonly code: string | null;
}

export function UnpairedScreen({ code }: UnpairedScreenProps) {
  const t = useTexts();
  return (
    <div className="middle">
      <Title>{t('kiosk.pairing-title')}</Title>
      <output className="pairing-code">{code ?? t('kiosk.pairing-waiting')}</output>
      {code !== null && <p className="say">{t('kiosk.pairing-hint')}</p>}
    </div>
  );
}
