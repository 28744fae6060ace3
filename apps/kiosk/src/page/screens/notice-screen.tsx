import { useTexts } from '@motcua/ui';
import { Coffee, Wrench } from 'lucide-react';
import { Title } from './title.tsx';

export interface NoticeScreenProps {
  readonly about: 'starting' | 'offline' | 'nothing-offered';
}

/** The kiosk cannot give numbers now and says who can. */
export function NoticeScreen({ about }: NoticeScreenProps) {
  const t = useTexts();
  if (about === 'starting') {
    return (
      <div className="middle">
        <Title>{t('kiosk.starting')}</Title>
      </div>
    );
  }
  const Picture = about === 'offline' ? Coffee : Wrench;
  return (
    <div className="middle">
      <Picture className="picture" strokeWidth={1.5} aria-hidden="true" />
      <Title>{t(about === 'offline' ? 'kiosk.offline-title' : 'kiosk.nothing-title')}</Title>
      <p className="say">{t(about === 'offline' ? 'kiosk.offline-hint' : 'kiosk.nothing-hint')}</p>
    </div>
  );
}
