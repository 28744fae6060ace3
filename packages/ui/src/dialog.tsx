import { type ReactNode, useEffect, useEffectEvent } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { classNames } from './class-names.ts';
import styles from './dialog.module.css';

const css = classNames(styles);

export interface DialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  /** Called by Escape, and by a press outside when `closesOutside`. */
  readonly onClose: () => void;
  /** Buttons, the most likely one last. */
  readonly actions?: ReactNode;
  /** `alertdialog` asks for a decision that cannot be undone. */
  readonly role?: 'dialog' | 'alertdialog';
  readonly closesOutside?: boolean;
  /** Of the frame; it may set `--dialog-width`. */
  readonly className?: string;
  readonly children?: ReactNode;
}

/** A modal dialog: the focus stays in it, Escape closes it, and the focus returns to where it was. */
export function Dialog({
  title,
  isOpen,
  onClose,
  actions,
  role = 'dialog',
  closesOutside = true,
  className = '',
  children,
}: DialogProps) {
  useEscape(isOpen, onClose);
  return (
    <ModalOverlay
      className={css('veil')}
      isOpen={isOpen}
      isDismissable={closesOutside}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className={`${css('frame')} ${className}`.trim()}>
        <AriaDialog ref={takeFocus} className={css('dialog')} role={role}>
          <Heading slot="title" level={2} className={css('title')}>
            {title}
          </Heading>
          <div className={css('body')}>{children}</div>
          {actions !== undefined && <div className={css('actions')}>{actions}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/** Text fields only: a preselected choice could be changed by accident with Enter or a digit. */
const FIELDS =
  'input:not([type=hidden]):not([type=checkbox]):not([type=radio]):not(:disabled), textarea';

/**
 * Focuses the dialog at once, its first text field where it has one, so that Escape works. By
 * itself the library waits for all transitions of the page when a button was pressed without a
 * pointer, and a transition whose element was removed never ends.
 */
function takeFocus(dialog: HTMLElement | null): void {
  if (dialog?.contains(document.activeElement) !== false) return;
  const field = dialog.querySelector<HTMLElement>(FIELDS);
  (field ?? dialog).focus({ preventScroll: true });
}

/** The focused element may have been removed, and then no key reaches the dialog: Escape closes it anyway. */
function useEscape(isOpen: boolean, onClose: () => void): void {
  const press = useEffectEvent(({ key, isComposing }: KeyboardEvent) => {
    if (key === 'Escape' && !isComposing && document.activeElement === document.body) onClose();
  });
  useEffect(() => {
    if (!isOpen) return undefined;
    const listening = new AbortController();
    window.addEventListener('keydown', (event) => press(event), { signal: listening.signal });
    return () => listening.abort();
  }, [isOpen]);
}
