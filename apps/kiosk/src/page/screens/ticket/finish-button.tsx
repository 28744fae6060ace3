import { useTexts } from '@motcua/ui';
import { Check } from 'lucide-react';
import { Dock } from '../../frame/dock.tsx';
import { Action } from '../../touch/action.tsx';

export interface FinishButtonProps {
  /** In the bottom row, unless the button pressed before lies there. */
  readonly inRow: boolean;
  readonly onPress: () => void;
}

/** Confirms that a screen has been read and leaves it. */
export function FinishButton({ inRow, onPress }: FinishButtonProps) {
  const t = useTexts();
  const button = (
    <Action look="primary" isMain={!inRow} id="finish" onPress={onPress}>
      <Check aria-hidden="true" />
      {t('kiosk.finish')}
    </Action>
  );
  return inRow ? <Dock side="start">{button}</Dock> : button;
}
