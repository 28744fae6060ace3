import { useTexts } from '@motcua/ui';
import { Check } from 'lucide-react';
import { Dock, type DockPlaces } from '../dock.tsx';
import { Press } from '../press.tsx';

export interface FinishButtonProps {
  /** Where nothing lay that led here. */
  readonly side: keyof DockPlaces;
  readonly onPress: () => void;
}

/** Says that a screen has been read, and may go. */
export function FinishButton({ side, onPress }: FinishButtonProps) {
  const t = useTexts();
  return (
    <Dock side={side}>
      <Press className="action action-primary" id="finish" onPress={onPress}>
        <Check aria-hidden="true" />
        {t('kiosk.finish')}
      </Press>
    </Dock>
  );
}
