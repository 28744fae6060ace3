import type { Account } from '@motcua/client';
import { classNames, Dialog, LanguageSwitch, SignInForm, useTexts } from '@motcua/ui';
import type { LanguageControl } from './page-props.ts';
import partsStyles from './parts.module.css';
import styles from './sign-in-screen.module.css';

const parts = classNames(partsStyles);
const css = classNames(styles);

export interface SignInScreenProps {
  readonly account: Account;
  readonly linkToken: string | null;
  readonly control: LanguageControl;
}

export function SignInScreen({ account, linkToken, control }: SignInScreenProps) {
  const t = useTexts();
  return (
    <main className={css('page')}>
      <div className={css('card')}>
        <div className={css('head')}>
          <span className={parts('brand')}>motcua</span>
          <LanguageSwitch {...control} />
        </div>
        <h1>{t('admin.sign-in-title')}</h1>
        <SignInForm account={account} linkToken={linkToken} words={useSignInWords()} />
      </div>
    </main>
  );
}

export interface SignInDialogProps {
  readonly account: Account;
  readonly isOpen: boolean;
}

/** Over the page when its session has ended; it goes only by signing in. */
export function SignInDialog({ account, isOpen }: SignInDialogProps) {
  const t = useTexts();
  const words = useSignInWords();
  return (
    <Dialog
      title={t('admin.session-ended')}
      isOpen={isOpen}
      closesOutside={false}
      onClose={() => undefined}
    >
      <SignInForm
        account={account}
        linkToken={null}
        words={{ ...words, hint: t('admin.session-ended-hint') }}
      />
    </Dialog>
  );
}

function useSignInWords() {
  const t = useTexts();
  return {
    busy: t('admin.signing-in'),
    hint: t('admin.sign-in-hint'),
    linkUsed: t('admin.link-used'),
  };
}
