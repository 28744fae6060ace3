import { Button, classNames, Dialog, useTexts } from '@motcua/ui';
import { type ReactNode, useId } from 'react';
import styles from './fields.module.css';

const css = classNames(styles);

export interface FormDialogProps {
  readonly title: string;
  readonly confirm: string;
  readonly tone?: 'primary' | 'danger';
  /** The label of the button that changes nothing, where that should be the default: then it has the focus. */
  readonly keep?: string;
  /** False while an answer is missing: then Enter does nothing. */
  readonly ready?: boolean;
  /** Of the dialog's frame. */
  readonly className?: string;
  readonly onClose: () => void;
  readonly onSubmit: () => void;
  readonly children: ReactNode;
}

/** A small form: Enter submits, Escape cancels. */
export function FormDialog({
  title,
  confirm,
  tone = 'primary',
  keep,
  ready = true,
  className = '',
  onClose,
  onSubmit,
  children,
}: FormDialogProps) {
  const t = useTexts();
  const id = useId();
  return (
    <Dialog
      isOpen
      className={className}
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose} autoFocus={keep !== undefined}>
            {keep ?? t('common.cancel')}
          </Button>
          <Button
            type="submit"
            form={id}
            variant={tone}
            isDisabled={!ready}
            {...(ready ? { shortcut: 'Enter' } : {})}
          >
            {confirm}
          </Button>
        </>
      }
    >
      <form
        id={id}
        className={css('form')}
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) onSubmit();
        }}
      >
        {children}
      </form>
    </Dialog>
  );
}
