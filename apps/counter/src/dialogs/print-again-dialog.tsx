import type { Device, DeviceId } from '@motcua/domain';
import { useTexts } from '@motcua/ui';
import { QuickChoiceDialog } from './quick-choice-dialog.tsx';

export interface PrintAgainDialogProps {
  readonly number: string;
  readonly kiosks: readonly Device[];
  readonly onClose: () => void;
  readonly onPrint: (kioskId: DeviceId) => void;
}

/** Chooses the kiosk that prints the slip again: the one near its visitor. */
export function PrintAgainDialog({ number, kiosks, onClose, onPrint }: PrintAgainDialogProps) {
  const t = useTexts();
  return (
    <QuickChoiceDialog
      title={t('counter.print-again-title', { number })}
      hint={t('counter.print-again-hint')}
      choices={kiosks.map(({ id, name }) => ({ value: id, label: name }))}
      onClose={onClose}
      onChoose={onPrint}
    />
  );
}
