import { useTexts } from '@motcua/ui';
import { Check } from 'lucide-react';
import { Press } from '../press.tsx';

export interface FinishButtonProps {
  readonly id: 'finish' | 'done';
  /** Keeps its place, unseen. */
  readonly hidden?: boolean;
  readonly onPress: () => void;
}

/** Says that a screen has been read, or filled in, and may go. */
export function FinishButton({ id, hidden = false, onPress }: FinishButtonProps) {
  const t = useTexts();
  return (
    <Press className="action action-primary action-main" id={id} hidden={hidden} onPress={onPress}>
      <Check aria-hidden="true" />
      {t('kiosk.finish')}
    </Press>
  );
}
