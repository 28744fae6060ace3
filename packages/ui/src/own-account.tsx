import type { Account, OwnAccount } from '@motcua/client';
import {
  passwordProblem,
  passwordStrength,
  type Person,
  pinProblem,
  type Refusal,
} from '@motcua/domain';
import { type SubmitEvent, useEffect, useId, useState } from 'react';
import { Banner } from './banner.tsx';
import { Button } from './button.tsx';
import { classNames } from './class-names.ts';
import { Dialog } from './dialog.tsx';
import styles from './own-account.module.css';
import { refusalText } from './refusal-text.ts';
import formStyles from './sign-in-form.module.css';
import { useTexts } from './text.tsx';

const css = classNames(styles);
const form = classNames(formStyles);

type AccountCalls = Pick<Account, 'own' | 'setPassword' | 'setPin' | 'signOutEverywhere'>;

export interface OwnAccountDialogProps {
  readonly account: AccountCalls;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Changes the own password and PIN, and signs out on all computers. */
export function OwnAccountDialog({ account, isOpen, onClose }: OwnAccountDialogProps) {
  const t = useTexts();
  return (
    <Dialog
      title={t('account.title')}
      isOpen={isOpen}
      onClose={onClose}
      closesOutside={false}
      actions={<Button onPress={onClose}>{t('common.close')}</Button>}
    >
      {isOpen && <OwnAccountBody account={account} />}
    </Dialog>
  );
}

export interface ChoosePasswordDialogProps {
  readonly account: Pick<Account, 'setPassword'>;
  readonly me: Pick<Person, 'login' | 'name'>;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** For a person who signed in with a one-time link, which cannot be used again. */
export function ChoosePasswordDialog(props: ChoosePasswordDialogProps) {
  const { account, me, isOpen, onClose } = props;
  const t = useTexts();
  return (
    <Dialog
      title={t('account.choose-title')}
      isOpen={isOpen}
      onClose={onClose}
      closesOutside={false}
    >
      <p>{t('account.choose-body')}</p>
      <PasswordForm account={account} me={me} mayChoose onSaved={onClose} />
    </Dialog>
  );
}

function OwnAccountBody({ account }: { readonly account: AccountCalls }) {
  const t = useTexts();
  const [own, setOwn] = useState<OwnAccount | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [saved, setSaved] = useState(false);

  const load = async (): Promise<void> => {
    const answer = await account.own();
    if (answer.ok) setOwn(answer.value);
    else setRefusal(answer.refusal);
  };
  useEffect(() => {
    void load();
    // Asked once, when the dialog opens.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  if (own === null)
    return refusal === null ? (
      <p>{t('common.connecting')}</p>
    ) : (
      <Banner tone="fault">{refusalText(t, refusal)}</Banner>
    );
  return (
    <div className={css('account')}>
      <section>
        <h3>{t('account.password-title')}</h3>
        {saved && <Banner tone="success">{t('account.password-saved')}</Banner>}
        <PasswordForm
          key={String(saved)}
          account={account}
          me={own.person}
          mayChoose={own.mayChoose}
          onSaved={() => {
            setSaved(true);
            void load();
          }}
        />
      </section>
      {own.pin !== 'not-offered' && (
        <PinForm account={account} has={own.pin === 'set'} onChanged={() => void load()} />
      )}
      <section>
        <h3>{t('account.everywhere-title')}</h3>
        <p className={form('hint')}>{t('account.everywhere-body')}</p>
        <Button
          variant="danger"
          onPress={() => void account.signOutEverywhere().then((no) => setRefusal(no))}
        >
          {t('account.everywhere')}
        </Button>
        {refusal !== null && <Banner tone="fault">{refusalText(t, refusal)}</Banner>}
      </section>
    </div>
  );
}

interface PasswordFormProps {
  readonly account: Pick<Account, 'setPassword'>;
  readonly me: Pick<Person, 'login' | 'name'>;
  readonly mayChoose: boolean;
  readonly onSaved: () => void;
}

function PasswordForm({ account, me, mayChoose, onSaved }: PasswordFormProps) {
  const t = useTexts();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [shown, setShown] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const strength = passwordStrength(next, me);
  const type = shown ? 'text' : 'password';

  const submit = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const problem = passwordProblem(next, me);
    if (problem !== null) return setRefusal({ code: problem, detail: {} });
    setBusy(true);
    const no = await account.setPassword(mayChoose ? null : current, next);
    setBusy(false);
    setRefusal(no);
    if (no === null) onSaved();
  };
  return (
    <form className={form('form')} onSubmit={(event) => void submit(event)}>
      <input type="hidden" autoComplete="username" name="login" value={me.login} />
      {!mayChoose && (
        <label>
          <span>{t('account.current')}</span>
          <input
            type={type}
            name="current"
            autoComplete="current-password"
            required
            value={current}
            onChange={({ target }) => setCurrent(target.value)}
          />
        </label>
      )}
      <label>
        <span>{t('account.next')}</span>
        <input
          type={type}
          name="next"
          autoComplete="new-password"
          required
          value={next}
          onChange={({ target }) => {
            setNext(target.value);
            setRefusal(null);
          }}
        />
      </label>
      <p className={form('hint')}>{t('account.password-hint')}</p>
      <output className={css('strength', next === '' ? 'empty' : strength)}>
        {next !== '' && t('account.strength', { strength: t(`account.strength-${strength}`) })}
      </output>
      <label className={form('check')}>
        <input
          type="checkbox"
          checked={shown}
          onChange={({ target }) => setShown(target.checked)}
        />
        <span>{t('account.show')}</span>
      </label>
      <Refused refusal={refusal} />
      <Button type="submit" variant="primary" isPending={busy}>
        {t('account.password-save')}
      </Button>
    </form>
  );
}

interface PinFormProps {
  readonly account: Pick<Account, 'setPin'>;
  readonly has: boolean;
  readonly onChanged: () => void;
}

function PinForm({ account, has, onChanged }: PinFormProps) {
  const t = useTexts();
  const [password, setPassword] = useState('');
  const [pin, setPin] = useState('');
  const [done, setDone] = useState<'saved' | 'removed' | null>(null);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  const set = async (wanted: string | null): Promise<void> => {
    const problem = wanted === null ? null : pinProblem(wanted);
    if (problem !== null) {
      setDone(null);
      return setRefusal({ code: 'pin-simple', detail: {} });
    }
    setBusy(true);
    const no = await account.setPin(password, wanted);
    setBusy(false);
    setRefusal(no);
    if (no !== null) return setDone(null);
    setDone(wanted === null ? 'removed' : 'saved');
    setPassword('');
    setPin('');
    onChanged();
  };
  return (
    <section>
      <h3>{t('account.pin-title')}</h3>
      <p className={form('hint')}>
        {t(has ? 'account.pin-set' : 'account.pin-none')} {t('account.pin-hint')}
      </p>
      {done !== null && <Banner tone="success">{t(`account.pin-${done}`)}</Banner>}
      <form
        className={form('form')}
        onSubmit={(event) => {
          event.preventDefault();
          void set(pin);
        }}
      >
        <label>
          <span>{t('account.current')}</span>
          <input
            type="password"
            name="pin-password"
            autoComplete="current-password"
            required
            value={password}
            onChange={({ target }) => setPassword(target.value)}
          />
        </label>
        <PinField label={t('account.pin-new')} value={pin} onChange={setPin} />
        <Refused refusal={refusal} />
        <div className={form('ways')}>
          <Button type="submit" variant="primary" isPending={busy}>
            {t('account.pin-save')}
          </Button>
          {has && (
            <Button isDisabled={busy || password === ''} onPress={() => void set(null)}>
              {t('account.pin-remove')}
            </Button>
          )}
        </div>
      </form>
    </section>
  );
}

export interface PinFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (pin: string) => void;
  readonly autoFocus?: boolean;
}

/** A masked numeric field, with a numeric keypad where there is one. */
export function PinField({ label, value, onChange, autoFocus = false }: PinFieldProps) {
  const id = useId();
  return (
    <label htmlFor={id}>
      <span>{label}</span>
      <input
        id={id}
        name="pin"
        type="password"
        inputMode="numeric"
        autoComplete="off"
        maxLength={6}
        required
        ref={(input) => {
          if (autoFocus && input !== null && value === '') input.focus();
        }}
        value={value}
        onChange={({ target }) => onChange(target.value.replaceAll(/\D/g, ''))}
      />
    </label>
  );
}

function Refused({ refusal }: { readonly refusal: Refusal | null }) {
  const t = useTexts();
  return (
    <p className={form('refusal')} role="alert">
      {refusal !== null && refusalText(t, refusal)}
    </p>
  );
}
