import {
  Banner,
  Button,
  type ButtonProps,
  classNames,
  Dialog,
  refusalText,
  useTexts,
} from '@motcua/ui';
import type { Refusal } from '@motcua/domain';
import { useState, type ReactNode } from 'react';
import partsStyles from '../frame/parts.module.css';

const parts = classNames(partsStyles);

export interface ConfirmButtonProps extends Pick<ButtonProps, 'variant' | 'isDisabled' | 'icon'> {
  readonly label: string;
  /** Read by screen readers instead, when several buttons look alike. */
  readonly fullLabel?: string;
  readonly title: string;
  readonly confirmLabel: string;
  /** Null: done. */
  readonly onConfirm: () => Promise<Refusal | null>;
  /** Other words for a refusal than the general ones. */
  readonly refusalWords?: (refusal: Refusal) => string;
  /** Below the question. */
  readonly more?: ReactNode;
  readonly children: ReactNode;
}

/** A button that asks before it acts, and shows in the same place why it could not. */
export function ConfirmButton(props: ConfirmButtonProps) {
  const {
    label,
    fullLabel,
    title,
    confirmLabel,
    onConfirm,
    refusalWords,
    more,
    children,
    ...look
  } = props;
  // Voice control finds a button by the words on it.
  const said = fullLabel?.includes(label) === false ? `${label}: ${fullLabel}` : fullLabel;
  const t = useTexts();
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const close = () => {
    setOpen(false);
    setRefusal(null);
  };
  const confirm = async () => {
    setBusy(true);
    const no = await onConfirm();
    setBusy(false);
    setRefusal(no);
    if (no === null) close();
  };
  return (
    <>
      <Button
        variant="quiet"
        {...look}
        {...(said === undefined ? {} : { 'aria-label': said })}
        onPress={() => setOpen(true)}
      >
        {label}
      </Button>
      <Dialog
        role="alertdialog"
        title={title}
        isOpen={open}
        onClose={close}
        actions={
          <>
            <Button onPress={close}>{t('common.cancel')}</Button>
            <Button variant="danger" isPending={busy} onPress={() => void confirm()}>
              {confirmLabel}
            </Button>
          </>
        }
      >
        <div className={parts('stack')}>
          <p>{children}</p>
          {more}
          {refusal !== null && (
            <Banner tone="fault">{refusalWords?.(refusal) ?? refusalText(t, refusal)}</Banner>
          )}
        </div>
      </Dialog>
    </>
  );
}
