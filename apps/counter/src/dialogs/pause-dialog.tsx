import { PAUSE_REASONS, type PauseReason } from '@motcua/domain';
import { useTexts } from '@motcua/ui';
import { QuickChoiceDialog } from './quick-choice-dialog.tsx';

export interface PauseDialogProps {
  readonly onClose: () => void;
  readonly onChoose: (reason: PauseReason) => void;
}

export function PauseDialog({ onClose, onChoose }: PauseDialogProps) {
  const t = useTexts();
  return (
    <QuickChoiceDialog
      title={t('counter.pause-title')}
      hint={t('counter.pause-hint')}
      choices={PAUSE_REASONS.map((value) => ({ value, label: t(`counter.pause-${value}`) }))}
      onClose={onClose}
      onChoose={onChoose}
    />
  );
}
