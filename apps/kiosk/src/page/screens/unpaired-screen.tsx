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
      <p className="pairing-code" role="status">
        {code ?? t('kiosk.pairing-waiting')}
      </p>
      {code !== null && <p className="say">{t('kiosk.pairing-hint')}</p>}
    </div>
  );
}
