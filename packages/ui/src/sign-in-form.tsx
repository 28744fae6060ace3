import type { Account } from '@motcua/client';
import type { Refusal } from '@motcua/domain';
import { type SubmitEvent, useEffect, useRef, useState } from 'react';
import { Banner } from './banner.tsx';
import { Button } from './button.tsx';
import { classNames } from './class-names.ts';
import { refusalText } from './refusal-text.ts';
import { useTexts } from './text.tsx';
import styles from './sign-in-form.module.css';

const css = classNames(styles);

export interface SignInFormProps {
  readonly account: Pick<Account, 'signIn' | 'signInByLink'>;
  /** Token of a one-time link; it is tried at once. */
  readonly linkToken: string | null;
  readonly words: {
    readonly busy: string;
    readonly hint: string;
    readonly linkUsed: string;
  };
}

/** Login and password, or a one-time link that is tried automatically. */
export function SignInForm({ account, linkToken, words }: SignInFormProps) {
  const t = useTexts();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [linkRefusal, setLinkRefusal] = useState<Refusal | null>(null);
  const linkTried = useRef(false);

  useEffect(() => {
    // A one-time link is tried once, however often this effect runs.
    if (linkToken === null || linkTried.current) return;
    linkTried.current = true;
    setBusy(true);
    void account.signInByLink(linkToken).then((no) => {
      setBusy(false);
      setLinkRefusal(no);
    });
  }, [account, linkToken]);

  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy) return;
    const fields = new FormData(event.currentTarget);
    setBusy(true);
    setRefusal(null);
    setLinkRefusal(null);
    const no = await account.signIn({
      login: textOf(fields.get('login')).trim(),
      password: textOf(fields.get('password')),
    });
    setBusy(false);
    setRefusal(no);
  };

  return (
    <form className={css('form')} onSubmit={(event) => void submit(event)}>
      {linkRefusal !== null && (
        <Banner tone="notice">
          {linkRefusal.code === 'hub-unavailable' ? refusalText(t, linkRefusal) : words.linkUsed}
        </Banner>
      )}
      <label>
        <span>{t('common.login')}</span>
        <input
          name="login"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
        />
      </label>
      <label>
        <span>{t('common.password')}</span>
        <input name="password" type="password" autoComplete="current-password" required />
      </label>
      <p className={css('refusal')} role="alert">
        {refusal !== null && refusalText(t, refusal)}
      </p>
      <Button type="submit" variant="primary" size="l" isPending={busy}>
        {busy ? words.busy : t('common.sign-in')}
      </Button>
      <p className={css('hint')}>{words.hint}</p>
    </form>
  );
}

const textOf = (value: FormDataEntryValue | null) => (typeof value === 'string' ? value : '');
