import { useTexts } from '@motcua/ui';
import { Check } from 'lucide-react';
import { Dock } from '../dock.tsx';
import { Press } from '../press.tsx';

export interface FinishButtonProps {
  readonly onPress: () => void;
}

/** Says that a screen has been read, and may go. */
export function FinishButton({ onPress }: FinishButtonProps) {
  const t = useTexts();
  return (
    <Dock side="start">
      <Press className="action action-primary" id="finish" onPress={onPress}>
        <Check aria-hidden="true" />
        {t('kiosk.finish')}
      </Press>
    </Dock>
  );
}
