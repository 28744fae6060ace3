import { classNames } from '@motcua/ui';
import type { ReactNode } from 'react';
import type { MessageKey } from '@motcua/i18n';
import { Bilingual } from './bilingual.tsx';
import type { DevicePairing } from '../device/use-device-pairing.ts';
import styles from './notice-screen.module.css';

const css = classNames(styles);

export interface NoticeScreenProps {
  readonly title: MessageKey;
  readonly hint?: MessageKey;
  readonly children?: ReactNode;
}

/** A full-screen message, while the room cannot be shown. */
export function NoticeScreen({ title, hint, children }: NoticeScreenProps) {
  return (
    <main className={css('screen')}>
      <h1>
        <Bilingual text={title} />
      </h1>
      {children}
      {hint !== undefined && (
        <p>
          <Bilingual text={hint} />
        </p>
      )}
    </main>
  );
}

/** Shows the pairing code that has to be approved in administration. */
export function PairingScreen({ code, refused }: DevicePairing) {
  if (refused)
    return <NoticeScreen title="common.pairing-refused-title" hint="common.pairing-refused" />;
  if (code === null) return <NoticeScreen title="common.connecting" />;
  return (
    <NoticeScreen title="common.pairing-title" hint="common.pairing-hint">
      <p className={css('code')}>
        {code.slice(0, 3)} {code.slice(3)}
      </p>
    </NoticeScreen>
  );
}
