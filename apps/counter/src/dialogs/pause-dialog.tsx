import { PAUSE_REASONS, type PauseReason } from '@motcua/domain';
import { Button, Dialog, useTexts } from '@motcua/ui';
import { useEffect, useEffectEvent } from 'react';

export interface PauseDialogProps {
  readonly onClose: () => void;
  readonly onChoose: (reason: PauseReason) => void;
}

export function PauseDialog({ onClose, onChoose }: PauseDialogProps) {
  const t = useTexts();
  const press = useEffectEvent((event: KeyboardEvent) => {
    const reason = PAUSE_REASONS[Number(event.key) - 1];
    if (reason !== undefined && !event.repeat) onChoose(reason);
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => press(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);
  return (
    <Dialog
      isOpen
      title={t('counter.pause-title')}
      onClose={onClose}
      actions={<Button onPress={onClose}>{t('common.cancel')}</Button>}
    >
      <fieldset className="choices" aria-label={t('counter.pause-title')}>
        {PAUSE_REASONS.map((reason, index) => (
          <Button
            key={reason}
            size="l"
            shortcut={String(index + 1)}
            onPress={() => onChoose(reason)}
          >
            {t(`counter.pause-${reason}`)}
          </Button>
        ))}
      </fieldset>
      <p className="dialog-hint">{t('counter.pause-hint')}</p>
    </Dialog>
  );
}
