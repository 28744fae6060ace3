import { useTexts } from '@motcua/ui';
import { QuickChoiceDialog } from './quick-choice-dialog.tsx';

export interface PostponeDialogProps {
  readonly number: string;
  readonly onClose: () => void;
  readonly onPostpone: (minutes: number) => void;
}

const MINUTES = [5, 10, 15, 30, 60] as const;

export function PostponeDialog({ number, onClose, onPostpone }: PostponeDialogProps) {
  const t = useTexts();
  return (
    <QuickChoiceDialog<number>
      title={t('counter.postpone-title', { number })}
      hint={t('counter.postpone-hint')}
      choices={MINUTES.map((minutes) => ({
        value: minutes,
        label: t('common.minutes', { minutes }),
      }))}
      onClose={onClose}
      onChoose={onPostpone}
    />
  );
}
