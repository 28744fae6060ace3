import { useTexts } from '@motcua/ui';
import { Title } from '../title.tsx';

export function AskingScreen() {
  const t = useTexts();
  return (
    <div className="middle" aria-busy="true">
      <span className="waiting-dots" aria-hidden="true">
        <span />
        <span />
        <span />
      </span>
      <Title>{t('kiosk.asking')}</Title>
      <p className="say">{t('kiosk.asking-hint')}</p>
    </div>
  );
}
