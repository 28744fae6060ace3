import type { Refusal } from '@motcua/domain';
import type { Account, PinPerson } from '@motcua/client';
import { Banner, Button, classNames, PinSignIn, refusalText, useTexts } from '@motcua/ui';
import { type SubmitEvent, useEffect, useRef, useState } from 'react';
import { LanguageChoice, type PageControls } from '../room/language-choice.tsx';
import { Field } from '../dialogs/fields.tsx';
import styles from './sign-in-screen.module.css';

const css = classNames(styles);

export interface SignInScreenProps {
  readonly account: Account;
  readonly linkToken: string | null;
  readonly controls: PageControls;
}

export function SignInScreen({ account, linkToken, controls }: SignInScreenProps) {
  const t = useTexts();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [linkFailed, setLinkFailed] = useState(false);
  const linkTried = useRef(false);
  const [pinPeople, setPinPeople] = useState<readonly PinPerson[]>([]);
  const [byPin, setByPin] = useState(true);

  useEffect(() => {
    // Where a person signed in with a password today, the next one may use a PIN.
    void account.pinPeople().then(setPinPeople);
  }, [account]);

  useEffect(() => {
    // A one-time link is tried once, however often this effect runs.
    if (linkToken === null || linkTried.current) return;
    linkTried.current = true;
    setBusy(true);
    void account.signInByLink(linkToken).then((no) => {
      setBusy(false);
      setLinkFailed(no !== null);
    });
  }, [account, linkToken]);

  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy) return;
    const fields = new FormData(event.currentTarget);
    setBusy(true);
    setRefusal(null);
    setLinkFailed(false);
    const no = await account.signIn({
      login: textOf(fields.get('login')).trim(),
      password: textOf(fields.get('password')),
    });
    setBusy(false);
    setRefusal(no);
  };

  if (byPin && pinPeople.length > 0 && linkToken === null)
    return (
      <main className={css('screen')}>
        <div className={css('card')}>
          <div className={css('head')}>
            <span className={css('brand')}>motcua</span>
            <LanguageChoice {...controls} />
          </div>
          <h1>{t('counter.sign-in-title')}</h1>
          <PinSignIn account={account} people={pinPeople} onPassword={() => setByPin(false)} />
        </div>
      </main>
    );
  return (
    <main className={css('screen')}>
      <form className={css('card')} onSubmit={(event) => void submit(event)}>
        <div className={css('head')}>
          <span className={css('brand')}>motcua</span>
          <LanguageChoice {...controls} />
        </div>
        <h1>{t('counter.sign-in-title')}</h1>
        {linkFailed && <Banner tone="notice">{t('counter.link-used')}</Banner>}
        <Field>
          <span>{t('common.login')}</span>
          <input
            name="login"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            required
            ref={focusOnArrival}
          />
        </Field>
        <Field>
          <span>{t('common.password')}</span>
          <input name="password" type="password" autoComplete="current-password" required />
        </Field>
        <p className={css('refusal')} role="alert">
          {refusal !== null && refusalText(t, refusal)}
        </p>
        <Button type="submit" variant="primary" size="l" isPending={busy}>
          {busy ? t('counter.signing-in') : t('common.sign-in')}
        </Button>
        {pinPeople.length > 0 && (
          <Button variant="quiet" onPress={() => setByPin(true)}>
            {t('account.by-pin')}
          </Button>
        )}
        <p className={css('hint')}>{t('counter.sign-in-hint')}</p>
      </form>
    </main>
  );
}

const focusOnArrival = (input: HTMLInputElement | null): void => input?.focus();

const textOf = (value: FormDataEntryValue | null) => (typeof value === 'string' ? value : '');
