import { addDays, ok, type Person, type PersonId, refuse, type Result } from '@motcua/domain';
import type { SignInWay } from '@motcua/store';
import type { HashQueue } from './hash-queue.ts';
import type { Hub } from '../engine/hub.ts';
import type { Log } from '../operations/log.ts';
import { recordAccess } from '../operations/record-access.ts';
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
/** Whoever signs in gets a mark at each browser, and shall not gain tries at others' logins by collecting them. */
const FAILURES_OF_LOGIN_AND_OWNER = 15;
/** What failed is noted in journal and log so often for one address, not as often as a guesser likes. */
const NOTED_OF_ADDRESS = 60;
/** Where somebody signed in so many days ago, guesses from elsewhere do not hold up the right password. */
export const KNOWN_BROWSER_DAYS = 30;
/** Then a PIN is worth nothing until its owner signs in by password: 1 in 2,000 for a guesser. */
export const PIN_FAILURES = 5;

const NOBODY = { deviceId: null, deviceRole: null, personId: null, personRole: null } as const;

/** Where a request comes from: its address, and the mark of a browser where somebody signed in before. */
export interface From {
  readonly address: string;
  readonly place: string | null;
}

/** A browser where somebody signed in not long ago, by the hash of its mark. */
interface KnownBrowser {
  readonly mark: string;
  readonly owner: PersonId;
  /** A PIN is worth something there. */
  readonly isOfToday: boolean;
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
  /** Stands for the browser where somebody signed in before; null: nobody did. */
  browserKey(place: string | null): string | null;
}

export function createSignIn(hub: Hub, sessions: Sessions, log: Log, hashes: HashQueue): SignIn {
  const limit = (attempts: number) => createThrottle(hub.now, { attempts, windowMs: WINDOW_MS });
  const both = limit(FAILURES_OF_LOGIN_AND_ADDRESS);
  const byAddress = limit(FAILURES_OF_ADDRESS);
  const byLogin = limit(FAILURES_OF_LOGIN);
  const byMark = limit(FAILURES_OF_LOGIN_AND_ADDRESS);
  const byOwner = limit(FAILURES_OF_LOGIN_AND_OWNER);
  const mayNote = limit(NOTED_OF_ADDRESS).admits;
  const { pins } = hub.store;

  const known = (place: string | null): KnownBrowser | null => {
    const mark = place === null ? null : hashToken(place);
    const found = mark === null ? null : pins.placeOf(mark);
    if (mark === null || found === null) return null;
    if (found.day < addDays(hub.state.today, -KNOWN_BROWSER_DAYS)) return null;
    return { mark, owner: found.personId, isOfToday: found.day === hub.state.today };
  };
  /**
   * What counts a try. Guesses from elsewhere do not keep out whoever sits where somebody signed in before: such a
   * browser has tries of its own.
   */
  const countersOf = (login: string, address: string, browser: KnownBrowser | null) =>
    browser === null
      ? ([
          [both, `${login} ${address}`],
          [byAddress, address],
          [byLogin, login],
        ] as const)
      : ([
          [byMark, `${login} ${browser.mark}`],
          [byOwner, `${login} ${browser.owner}`],
        ] as const);
  const letIn = async (
    person: Person,
    way: SignInWay,
    { place, address }: From,
  ): Promise<Result<SignedIn>> => {
    const by = { ...NOBODY, personId: person.id, personRole: person.role, address };
    await recordAccess(hub, way === 'link' ? 'signed-in-by-link' : 'signed-in', person.id, by);
    const token = sessions.open(person.id, way);
    if (way !== 'pin') pins.forgive(person.id);
    const browser = known(place);
    if (way === 'pin' || browser?.isOfToday === true) return ok({ person, token, place: null });
    // A new one each day: one that was copied is worth nothing on the next.
    const mark = newToken();
    if (browser !== null) pins.closePlace(browser.mark);
    pins.forgetPlacesBefore(addDays(hub.state.today, -KNOWN_BROWSER_DAYS));
    pins.openPlace(hashToken(mark), person.id, hub.state.today);
    return ok({ person, token, place: mark });
  };
  // What was typed as a login is not logged: it may be a password in the wrong field.
  const failed = async (
    personId: PersonId | null,
    address: string,
    how: SignInWay,
  ): Promise<Result<never>> => {
    if (!mayNote(address)) return refuse('sign-in-failed');
    log.warn({ personId, address, how }, 'sign-in failed');
    await recordAccess(hub, 'sign-in-failed', personId, { ...NOBODY, address });
    return refuse('sign-in-failed');
  };
  const throttled = (personId: PersonId | null, address: string): Result<never> => {
    if (mayNote(address)) log.warn({ personId, address }, 'sign-in throttled');
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
      const browser = known(from.place);
      const counted = countersOf(toLogin(login), address, browser);
      if (!counted.every(([throttle, key]) => throttle.admits(key)))
        return throttled(person?.id ?? null, address);
      const hash = person === null ? null : hub.store.secrets.passwordOf(person.id);
      const right = await hashes.run(
        { key: browser?.mark ?? address, isKnown: browser !== null },
        () => verifySecret(password, hash, hub.secretCost),
      );
      if (right === null) {
        for (const [throttle, key] of counted) throttle.forgive(key);
        return throttled(person?.id ?? null, address);
      }
      // Read again: the person may have been locked out while the hash was computed.
      const now = person === null ? undefined : hub.state.people.get(person.id);
      if (!right || now?.active !== true) return failed(person?.id ?? null, address, 'password');
      for (const [throttle, key] of counted) throttle.forgive(key);
      return letIn(now, 'password', from);
    },
    async withLink(token, from) {
      // Longer than anybody can guess, and cheap to look up: nothing holds it up.
      const { address } = from;
      const personId = sessions.takeLink(token);
      const person = personId === null ? undefined : hub.state.people.get(personId);
      if (person?.active !== true) return failed(personId, address, 'link');
      return letIn(person, 'link', from);
    },
    async withPin(personId, pin, from) {
      const { address } = from;
      const browser = known(from.place);
      if (browser?.isOfToday !== true) return refuse('pin-not-here');
      const owner = pinOwner(personId);
      const hash = owner === null ? null : pins.take(personId, PIN_FAILURES);
      if (owner !== null && hash === null) {
        log.warn({ personId, address }, 'PIN suspended');
        return refuse('pin-suspended');
      }
      const right = await hashes.run({ key: browser.mark, isKnown: true }, () =>
        verifySecret(pin, hash, hub.secretCost),
      );
      if (right === null) return throttled(personId, address);
      const now = pinOwner(personId);
      if (!right || now === null) return failed(owner?.id ?? null, address, 'pin');
      pins.forgive(personId);
      return letIn(now, 'pin', from);
    },
    pinPeople: (place) =>
      known(place)?.isOfToday === true ? pins.owners().flatMap((id) => pinOwner(id) ?? []) : [],
    browserKey: (place) => known(place)?.mark ?? null,
  };
}
