import { ok, type Person, type PersonId, refuse, type Result } from '@motcua/domain';
import type { Hub } from './hub.ts';
import type { Log } from './log.ts';
import { verifySecret } from './passwords.ts';
import { personOfLogin, toLogin } from './people.ts';
import type { Sessions } from './sessions.ts';
import { createThrottle } from './throttle.ts';

const WINDOW_MS = 15 * 60_000;
/** Enough for a bad typist, hopeless for a guesser. */
const FAILURES_OF_LOGIN_AND_ADDRESS = 5;
/** One office may share an address, and one login may be tried from many. */
const FAILURES_OF_ADDRESS = 30;
const FAILURES_OF_LOGIN = 50;

export interface SignedIn {
  readonly person: Person;
  /** For the session cookie. */
  readonly token: string;
}

export interface SignIn {
  /** Refuses with `sign-in-failed` (whatever was wrong) or `too-many-requests`. */
  withPassword(login: string, password: string, address: string): Promise<Result<SignedIn>>;
  /** A one-time link; refuses in the same words. */
  withLink(token: string, address: string): Result<SignedIn>;
}

export function createSignIn(hub: Hub, sessions: Sessions, log: Log): SignIn {
  const limit = (attempts: number) => createThrottle(hub.now, { attempts, windowMs: WINDOW_MS });
  const both = limit(FAILURES_OF_LOGIN_AND_ADDRESS);
  const byAddress = limit(FAILURES_OF_ADDRESS);
  const byLogin = limit(FAILURES_OF_LOGIN);

  const letIn = (person: Person): Result<SignedIn> =>
    ok({ person, token: sessions.open(person.id) });
  // What was typed as a login is not logged: it may be a password in the wrong field.
  const failed = (personId: PersonId | null, address: string, how: string): Result<never> => {
    log.warn({ personId, address, how }, 'sign-in failed');
    return refuse('sign-in-failed');
  };

  return {
    async withPassword(login, password, address) {
      const person = personOfLogin(hub, login);
      const counted = [
        [both, `${toLogin(login)} ${address}`],
        [byAddress, address],
        [byLogin, toLogin(login)],
      ] as const;
      if (!counted.every(([throttle, key]) => throttle.admits(key))) {
        log.warn({ personId: person?.id ?? null, address }, 'sign-in throttled');
        return refuse('too-many-requests');
      }
      const hash = person === null ? null : hub.store.secrets.passwordOf(person.id);
      const right = await verifySecret(password, hash, hub.secretCost);
      // Read again: the person may have been locked out while the hash was computed.
      const now = person === null ? undefined : hub.state.people.get(person.id);
      if (!right || now?.active !== true) return failed(person?.id ?? null, address, 'password');
      for (const [throttle, key] of counted) throttle.forgive(key);
      return letIn(now);
    },
    withLink(token, address) {
      if (!byAddress.admits(address)) return refuse('too-many-requests');
      const personId = sessions.takeLink(token);
      const person = personId === null ? undefined : hub.state.people.get(personId);
      if (person?.active !== true) return failed(personId, address, 'link');
      byAddress.forgive(address);
      return letIn(person);
    },
  };
}
