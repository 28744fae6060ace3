import { useTexts } from '@motcua/ui';
import { Coffee, LockKeyhole, Wrench } from 'lucide-react';
import { Middle } from './middle.tsx';
import { Say } from './say.tsx';

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
  if (about === 'starting') return <Middle title={t('kiosk.starting')} />;
  const { picture: Picture, title, hint } = NOTICES[about];
  return (
    <Middle
      picture={<Picture data-picture strokeWidth={1.5} aria-hidden="true" />}
      title={t(title)}
    >
      <Say>{t(hint)}</Say>
    </Middle>
  );
}
