import type { Account, PinPerson } from '@motcua/client';
import type { Refusal } from '@motcua/domain';
import { type SubmitEvent, useState } from 'react';
import { Button } from './button.tsx';
import { classNames } from './class-names.ts';
import { PinField } from './own-account.tsx';
import styles from './pin-sign-in.module.css';
import { refusalText } from './refusal-text.ts';
import formStyles from './sign-in-form.module.css';
import { useTexts } from './text.tsx';

const css = classNames(styles);
const form = classNames(formStyles);

export interface PinSignInProps {
  readonly account: Pick<Account, 'signInByPin'>;
  /** At least one. */
  readonly people: readonly PinPerson[];
  readonly onPassword: () => void;
}

/** The quick change of clerk: a name, four to six digits. */
export function PinSignIn({ account, people, onPassword }: PinSignInProps) {
  const t = useTexts();
  const [who, setWho] = useState<PinPerson | null>(null);
  const [pin, setPin] = useState('');
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  const submit = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    if (busy || who === null) return;
    setBusy(true);
    setRefusal(null);
    const no = await account.signInByPin(who.id, pin);
    setBusy(false);
    setRefusal(no);
    setPin('');
  };
  const byPassword = (
    <Button variant="quiet" onPress={onPassword}>
      {t('account.by-password')}
    </Button>
  );

  if (who === null)
    return (
      <div className={form('form')}>
        <p className={css('question')}>{t('account.pin-who')}</p>
        <ul className={css('people')}>
          {people.map((person) => (
            <li key={person.id}>
              <Button size="l" onPress={() => setWho(person)}>
                {person.name}
              </Button>
            </li>
          ))}
        </ul>
        {byPassword}
      </div>
    );
  return (
    <form className={form('form')} onSubmit={(event) => void submit(event)}>
      <PinField
        label={t('account.pin-enter', { name: who.name })}
        value={pin}
        onChange={setPin}
        autoFocus
      />
      <p className={form('refusal')} role="alert">
        {refusal !== null &&
          (refusal.code === 'sign-in-failed' ? t('account.pin-wrong') : refusalText(t, refusal))}
      </p>
      <Button type="submit" variant="primary" size="l" isPending={busy}>
        {t('common.sign-in')}
      </Button>
      <div className={form('ways')}>
        <Button
          variant="quiet"
          onPress={() => {
            setWho(null);
            setPin('');
            setRefusal(null);
          }}
        >
          {t('account.pin-other')}
        </Button>
        {byPassword}
      </div>
    </form>
  );
}
