import { PAUSE_REASONS, type PauseReason } from '@motcua/domain';
import { Button, Dialog, useTexts } from '@motcua/ui';

export interface PauseDialogProps {
  readonly onClose: () => void;
  readonly onChoose: (reason: PauseReason) => void;
}

export function PauseDialog({ onClose, onChoose }: PauseDialogProps) {
  const t = useTexts();
  return (
    <Dialog
      isOpen
      title={t('counter.pause-title')}
      onClose={onClose}
      actions={<Button onPress={onClose}>{t('common.cancel')}</Button>}
    >
      <div
        className="choices"
        role="group"
        aria-label={t('counter.pause-title')}
        onKeyDown={(event) => {
          const reason = PAUSE_REASONS[Number(event.key) - 1];
          if (reason !== undefined && !event.repeat) onChoose(reason);
        }}
      >
        {PAUSE_REASONS.map((reason, index) => (
          <Button
            key={reason}
            size="l"
            shortcut={String(index + 1)}
            autoFocus={index === 0}
            onPress={() => onChoose(reason)}
          >
            {t(`counter.pause-${reason}`)}
          </Button>
        ))}
      </div>
      <p className="dialog-hint">{t('counter.pause-hint')}</p>
    </Dialog>
  );
}
