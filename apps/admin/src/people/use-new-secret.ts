import type { Person, Refusal } from '@motcua/domain';
import type { Account } from '@motcua/ui';
import { useState } from 'react';
import type { PersonWithSecret } from '../hub-api/answers.ts';
import type { HubApi } from '../hub-api/hub-api.ts';

export interface NewSecret {
  /** Shown once; null: nothing to show. */
  readonly shown: PersonWithSecret | null;
  readonly refusal: Refusal | null;
  readonly busy: boolean;
  readonly reset: (person: Person) => Promise<Refusal | null>;
  readonly show: (made: PersonWithSecret | null) => void;
}

/** Resets secrets. Resetting one's own ends one's own session, so it is opened again with the new secret. */
export function useNewSecret(
  api: Pick<HubApi, 'resetSecret'>,
  account: Pick<Account, 'signIn'>,
  me: Person,
): NewSecret {
  const [shown, setShown] = useState<PersonWithSecret | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [busy, setBusy] = useState(false);

  const reset = async (person: Person): Promise<Refusal | null> => {
    setBusy(true);
    const made = await api.resetSecret(person.id);
    if (made.ok && person.id === me.id) {
      await account.signIn({ login: me.login, password: made.value.secret });
    }
    setBusy(false);
    setRefusal(made.ok ? null : made.refusal);
    if (made.ok) setShown(made.value);
    return made.ok ? null : made.refusal;
  };
  return { shown, refusal, busy, reset, show: setShown };
}
