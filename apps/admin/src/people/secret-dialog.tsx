import type { PersonWithSecret } from '@motcua/protocol/http';
import { Button, classNames, Dialog, useTexts } from '@motcua/ui';
import { Copy, Printer } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import type { ShownLink } from './use-sign-in-link.ts';
import partsStyles from '../frame/parts.module.css';
import styles from './secret-dialog.module.css';

const parts = classNames(partsStyles);
const css = classNames(styles);

export interface SecretDialogProps {
  readonly shown: PersonWithSecret | null;
  readonly onClose: () => void;
}

/** A secret large enough to be written down; it cannot be looked up again. */
export function SecretDialog({ shown, onClose }: SecretDialogProps) {
  const t = useTexts();
  return (
    <OnceDialog
      title={shown === null ? null : t('admin.secret-title', { name: shown.person.name })}
      onClose={onClose}
    >
      {shown !== null && (
        <>
          <p>
            {t('common.login')}: <strong>{shown.person.login}</strong>
          </p>
          <OnceShown label={t('common.password')} value={shown.secret} />
          <p>{t('admin.secret-hint')}</p>
        </>
      )}
    </OnceDialog>
  );
}

export interface LinkDialogProps {
  readonly shown: ShownLink | null;
  readonly onClose: () => void;
}

/** An address to be opened on the person's own computer, or to be written down. */
export function LinkDialog({ shown, onClose }: LinkDialogProps) {
  const t = useTexts();
  return (
    <OnceDialog
      title={shown === null ? null : t('account.link-title', { name: shown.person.name })}
      onClose={onClose}
    >
      {shown !== null && (
        <>
          <OnceShown label={t('account.link-label')} value={shown.address} />
          <p>{t('account.link-hint')}</p>
        </>
      )}
    </OnceDialog>
  );
}

interface OnceDialogProps {
  /** Null: there is nothing to show. */
  readonly title: string | null;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Closes only by confirming that it was noted. */
export function OnceDialog({ title, onClose, children }: OnceDialogProps) {
  const t = useTexts();
  return (
    <Dialog
      title={title ?? ''}
      isOpen={title !== null}
      onClose={onClose}
      closesOutside={false}
      actions={
        <Button variant="primary" onPress={onClose}>
          {t('admin.secret-noted')}
        </Button>
      }
    >
      <div className={parts('stack')}>{children}</div>
    </Dialog>
  );
}

export interface OnceShownProps {
  readonly label: string;
  readonly value: string;
}

/** A value that is shown once, with the ways to keep it. */
export function OnceShown({ label, value }: OnceShownProps) {
  const t = useTexts();
  const output = useRef<HTMLElement>(null);
  const [copied, setCopied] = useState<boolean | null>(null);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(value);
      setCopied(true);
    } catch {
      // Pages that come over plain HTTP have no clipboard: mark it, so that Ctrl+C takes it.
      if (output.current !== null) getSelection()?.selectAllChildren(output.current);
      setCopied(false);
    }
  };
  return (
    <div className={css('secret')}>
      <span>{label}</span>
      <code ref={output}>{value}</code>
      <div className={css('ways')}>
        <Button icon={<Copy size={18} />} onPress={() => void copy()}>
          {t('admin.copy')}
        </Button>
        <Button icon={<Printer size={18} />} onPress={() => print()}>
          {t('admin.print')}
        </Button>
        <span role="status">
          {copied !== null && t(copied ? 'admin.copied' : 'admin.copy-by-hand')}
        </span>
      </div>
    </div>
  );
}
