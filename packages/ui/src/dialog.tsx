import { type ReactNode, useEffect, useEffectEvent } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import './dialog.css';

export interface DialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  /** Escape, and a press beside it when `closesOutside`. */
  readonly onClose: () => void;
  /** Buttons, the most likely one last. */
  readonly actions?: ReactNode;
  /** `alertdialog` asks for a decision that cannot be taken back. */
  readonly role?: 'dialog' | 'alertdialog';
  readonly closesOutside?: boolean;
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
  children,
}: DialogProps) {
  useEscape(isOpen, onClose);
  return (
    <ModalOverlay
      className="dialog-veil"
      isOpen={isOpen}
      isDismissable={closesOutside}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className="dialog-frame">
        <AriaDialog ref={takeFocus} className="dialog" role={role}>
          <Heading slot="title" level={2} className="dialog-title">
            {title}
          </Heading>
          <div className="dialog-body">{children}</div>
          {actions !== undefined && <div className="dialog-actions">{actions}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/** What somebody types into; a choice that Enter or a digit would change by accident is none. */
const FIELDS =
  'input:not([type=hidden]):not([type=checkbox]):not([type=radio]):not(:disabled), textarea';

/**
 * The focus is in the dialog as soon as it stands, in its first field where it has one; else Escape would close
 * nothing. Left to itself the library waits for all transitions of the page when a button was pressed without a
 * pointer, and one whose element left the page never ends.
 */
function takeFocus(dialog: HTMLElement | null): void {
  if (dialog?.contains(document.activeElement) !== false) return;
  const field = dialog.querySelector<HTMLElement>(FIELDS);
  (field ?? dialog).focus({ preventScroll: true });
}

/** What had the focus may have left the page, and a key then reaches nothing in the dialog: Escape closes it anyway. */
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
