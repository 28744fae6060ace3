import { Button, classNames, Dialog, useTexts } from '@motcua/ui';
import { useDigit } from '../pad/use-digit.ts';
import { Hint } from './fields.tsx';
import styles from './quick-choice-dialog.module.css';

const css = classNames(styles);

export interface QuickChoice<T> {
  readonly value: T;
  readonly label: string;
  readonly disabled?: boolean;
}

export interface QuickChoiceDialogProps<T> {
  readonly title: string;
  readonly hint: string;
  readonly choices: readonly QuickChoice<T>[];
  readonly onClose: () => void;
  readonly onChoose: (value: T) => void;
}

/** One question, answered by one digit. */
export function QuickChoiceDialog<T>(props: QuickChoiceDialogProps<T>) {
  const { title, hint, choices, onClose, onChoose } = props;
  const t = useTexts();
  useDigit((digit) => {
    const choice = choices[digit - 1];
    if (choice !== undefined && choice.disabled !== true) onChoose(choice.value);
  });
  return (
    <Dialog
      isOpen
      title={title}
      onClose={onClose}
      actions={<Button onPress={onClose}>{t('common.cancel')}</Button>}
    >
      <fieldset className={css('choices')} aria-label={title}>
        {choices.map(({ value, label, disabled = false }, index) => (
          <Button
            key={label}
            size="l"
            shortcut={String(index + 1)}
            isDisabled={disabled}
            onPress={() => onChoose(value)}
          >
            {label}
          </Button>
        ))}
      </fieldset>
      <Hint>{hint}</Hint>
    </Dialog>
  );
}
