import type { ServiceId } from '@motcua/domain';
import { Button, classNames, useTexts } from '@motcua/ui';
import { GraduationCap } from 'lucide-react';
import styles from './training-band.module.css';

const css = classNames(styles);

export interface TrainingBandProps {
  /** The service of the next training ticket; null: the counter serves none. */
  readonly serviceId: ServiceId | null;
  readonly usable: boolean;
  readonly onIssue: (serviceId: ServiceId) => void;
}

/** Marks training clearly, so that it cannot be confused with real work. */
export function TrainingBand({ serviceId, usable, onIssue }: TrainingBandProps) {
  const t = useTexts();
  return (
    <aside className={css('band')} aria-label={t('counter.training')}>
      <GraduationCap aria-hidden="true" />
      <strong>{t('counter.training')}</strong>
      <span>{t('counter.training-hint')}</span>
      <Button
        isDisabled={!usable || serviceId === null}
        onPress={() => serviceId !== null && onIssue(serviceId)}
      >
        {t('counter.training-ticket')}
      </Button>
    </aside>
  );
}
