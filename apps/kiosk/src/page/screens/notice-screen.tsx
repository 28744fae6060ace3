import { useTexts } from '@motcua/ui';
import { Coffee, LockKeyhole, Wrench } from 'lucide-react';
import { Title } from './title.tsx';

const NOTICES = {
  'offline': { picture: Coffee, title: 'kiosk.offline-title', hint: 'kiosk.offline-hint' },
  'locked': { picture: LockKeyhole, title: 'kiosk.locked-title', hint: 'kiosk.locked-hint' },
  'nothing-offered': { picture: Wrench, title: 'kiosk.nothing-title', hint: 'kiosk.nothing-hint' },
} as const;

export interface NoticeScreenProps {
  readonly about: 'starting' | keyof typeof NOTICES;
}

/** Says why the kiosk cannot issue numbers now and where to get one. */
export function NoticeScreen({ about }: NoticeScreenProps) {
  const t = useTexts();
  if (about === 'starting') {
    return (
      <div className="middle">
        <Title>{t('kiosk.starting')}</Title>
      </div>
    );
  }
  const { picture: Picture, title, hint } = NOTICES[about];
  return (
    <div className="middle">
      <Picture data-picture strokeWidth={1.5} aria-hidden="true" />
      <Title>{t(title)}</Title>
      <p className="say">{t(hint)}</p>
    </div>
  );
}
