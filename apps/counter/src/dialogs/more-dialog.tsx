import { useTexts } from '@motcua/ui';
import { IN_MORE, type PadCommand } from '../pad/pad-command.ts';
import { QuickChoiceDialog } from './quick-choice-dialog.tsx';

export interface MoreDialogProps {
  readonly number: string;
  readonly allowed: ReadonlySet<PadCommand>;
  readonly onClose: () => void;
  readonly onChoose: (command: PadCommand) => void;
}

/** Less frequent actions on the visit at the counter. */
export function MoreDialog({ number, allowed, onClose, onChoose }: MoreDialogProps) {
  const t = useTexts();
  return (
    <QuickChoiceDialog<PadCommand>
      title={t('counter.more-for', { number })}
      hint={t('counter.more-hint')}
      choices={IN_MORE.map((value) => ({
        value,
        label: t(`counter.${value}`),
        disabled: !allowed.has(value),
      }))}
      onClose={onClose}
      onChoose={onChoose}
    />
  );
}
