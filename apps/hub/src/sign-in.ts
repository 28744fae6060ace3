import { ok, type Person, type PersonId, refuse, type Result } from '@motcua/domain';
import type { SignInWay } from '@motcua/store';
import type { Hub } from './hub.ts';
import type { Log } from './log.ts';
import { noteAtTheDoor } from './note-at-the-door.ts';
import { verifySecret } from './passwords.ts';
import { personOfLogin, toLogin } from './people.ts';
import { MAY_USE_PIN } from './rights.ts';
import type { Sessions } from './sessions.ts';
import { createThrottle } from './throttle.ts';
import { hashToken, newToken } from './tokens.ts';

const WINDOW_MS = 15 * 60_000;
/** Enough for a bad typist, hopeless for a guesser. */
const FAILURES_OF_LOGIN_AND_ADDRESS = 5;
/** One office may share an address, and one login may be tried from many. */
const FAILURES_OF_ADDRESS = 30;
const FAILURES_OF_LOGIN = 50;
/** Then a PIN is worth nothing until its owner signs in by password: 1 in 2,000 for a guesser. */
export const PIN_FAILURES = 5;

const NOBODY = { deviceId: null, deviceRole: null, personId: null, personRole: null } as const;

/** Where a request comes from: its address, and the mark of a browser where somebody signed in today. */
export interface From {
  readonly address: string;
  readonly place: string | null;
}

export interface SignedIn {
  readonly person: Person;
  /** For the session cookie. */
  readonly token: string;
  /** A new mark for this browser; null: it has one, or earns none. */
  readonly place: string | null;
}

export interface SignIn {
  /** Refuses with `sign-in-failed` (whatever was wrong) or `too-many-requests`. */
  withPassword(login: string, password: string, from: From): Promise<Result<SignedIn>>;
  /** A one-time link; refuses in the same words. */
  withLink(token: string, from: From): Promise<Result<SignedIn>>;
  /** Refuses also with `pin-not-here` where nobody signed in today, and with `pin-suspended`. */
  withPin(personId: PersonId, pin: string, from: From): Promise<Result<SignedIn>>;
  /** Whose PIN works here; nobody's where nobody signed in today. */
  pinPeople(place: string | null): readonly Person[];
}

export function createSignIn(hub: Hub, sessions: Sessions, log: Log): SignIn {
  const limit = (attempts: number) => createThrottle(hub.now, { attempts, windowMs: WINDOW_MS });
  const both = limit(FAILURES_OF_LOGIN_AND_ADDRESS);
  const byAddress = limit(FAILURES_OF_ADDRESS);
  const byLogin = limit(FAILURES_OF_LOGIN);
  const { pins } = hub.store;

  const isPlace = (place: string | null) =>
    place !== null && pins.isPlace(hashToken(place), hub.state.today);
  const letIn = async (
    person: Person,
    way: SignInWay,
    { place, address }: From,
  ): Promise<Result<SignedIn>> => {
    const by = { ...NOBODY, personId: person.id, personRole: person.role, address };
    await noteAtTheDoor(hub, way === 'link' ? 'signed-in-by-link' : 'signed-in', person.id, by);
    const token = sessions.open(person.id, way);
    if (way !== 'pin') pins.forgive(person.id);
    if (way === 'pin' || isPlace(place)) return ok({ person, token, place: null });
    const mark = newToken();
    pins.openPlace(hashToken(mark), person.id, hub.state.today);
    return ok({ person, token, place: mark });
  };
  // What was typed as a login is not logged: it may be a password in the wrong field.
  const failed = async (
    personId: PersonId | null,
    address: string,
    how: SignInWay,
  ): Promise<Result<never>> => {
    log.warn({ personId, address, how }, 'sign-in failed');
    await noteAtTheDoor(hub, 'sign-in-failed', personId, { ...NOBODY, address });
    return refuse('sign-in-failed');
  };
  const throttled = (personId: PersonId | null, address: string): Result<never> => {
    log.warn({ personId, address }, 'sign-in throttled');
    return refuse('too-many-requests');
  };
  const pinOwner = (id: PersonId): Person | null => {
    const person = hub.state.people.get(id);
    const may = person?.active === true && MAY_USE_PIN.includes(person.role) && pins.has(id);
    return may ? person : null;
  };

  return {
    async withPassword(login, password, from) {
      const { address } = from;
      const person = personOfLogin(hub, login);
      const counted = [
        [both, `${toLogin(login)} ${address}`],
        [byAddress, address],
        // Guesses from elsewhere do not keep out whoever sits where somebody signed in today.
        ...(isPlace(from.place) ? [] : [[byLogin, toLogin(login)] as const]),
      ] as const;
      if (!counted.every(([throttle, key]) => throttle.admits(key)))
        return throttled(person?.id ?? null, address);
      const hash = person === null ? null : hub.store.secrets.passwordOf(person.id);
      const right = await verifySecret(password, hash, hub.secretCost);
      // Read again: the person may have been locked out while the hash was computed.
      const now = person === null ? undefined : hub.state.people.get(person.id);
      if (!right || now?.active !== true) return failed(person?.id ?? null, address, 'password');
      for (const [throttle, key] of counted) throttle.forgive(key);
      return letIn(now, 'password', from);
    },
    async withLink(token, from) {
      const { address } = from;
      if (!byAddress.admits(address)) return throttled(null, address);
      const personId = sessions.takeLink(token);
      const person = personId === null ? undefined : hub.state.people.get(personId);
      if (person?.active !== true) return failed(personId, address, 'link');
      byAddress.forgive(address);
      return letIn(person, 'link', from);
    },
    async withPin(personId, pin, from) {
      const { address } = from;
      if (!isPlace(from.place)) return refuse('pin-not-here');
      if (!byAddress.admits(address)) return throttled(personId, address);
      const owner = pinOwner(personId);
      const hash = owner === null ? null : pins.take(personId, PIN_FAILURES);
      if (owner !== null && hash === null) {
        log.warn({ personId, address }, 'PIN suspended');
        return refuse('pin-suspended');
      }
      const right = await verifySecret(pin, hash, hub.secretCost);
      const now = pinOwner(personId);
      if (!right || now === null) return failed(owner?.id ?? null, address, 'pin');
      pins.forgive(personId);
      byAddress.forgive(address);
      return letIn(now, 'pin', from);
    },
    pinPeople: (place) => (isPlace(place) ? pins.owners().flatMap((id) => pinOwner(id) ?? []) : []),
  };
}
