import { ok, type Person, type PersonId, refuse, type Result } from '@motcua/domain';
import type { SignInWay } from '@motcua/store';
import type { HashQueue } from './hash-queue.ts';
import { createKnownBrowsers } from './known-browsers.ts';
import type { Hub } from '../engine/hub.ts';
import type { Log } from '../operations/log.ts';
import { recordAccess } from '../operations/record-access.ts';
import { verifySecret } from './passwords.ts';
import { personOfLogin, toLogin } from './people.ts';
import { MAY_USE_PIN } from './rights.ts';
import type { Sessions } from './sessions.ts';
import { createSignInLimits } from './sign-in-limits.ts';

/** After so many failures the PIN is suspended until its owner signs in by password: 1 in 2,000 for a guesser. */
export const PIN_FAILURES = 5;

const UNAUTHENTICATED = {
  deviceId: null,
  deviceRole: null,
  personId: null,
  personRole: null,
} as const;

/** The source of a request: its address, and the cookie of a known browser. */
export interface From {
  readonly address: string;
  readonly place: string | null;
}

export interface SignedIn {
  readonly person: Person;
  /** For the session cookie. */
  readonly token: string;
  /** A new cookie for this browser; null: it has one, or gets none. */
  readonly place: string | null;
}

export interface SignIn {
  /** Refuses with `sign-in-failed` (whatever was wrong) or `too-many-requests`. */
  withPassword(login: string, password: string, from: From): Promise<Result<SignedIn>>;
  /** A one-time link; refuses with the same codes. */
  withLink(token: string, from: From): Promise<Result<SignedIn>>;
  /** Refuses also with `pin-not-here` where no person signed in today, and with `pin-suspended`. */
  withPin(personId: PersonId, pin: string, from: From): Promise<Result<SignedIn>>;
  /** The people whose PIN works here; empty where no person signed in today. */
  pinPeople(place: string | null): readonly Person[];
  /** Identifies a browser where a person signed in before; null: unknown. */
  browserKey(place: string | null): string | null;
}

export function createSignIn(hub: Hub, sessions: Sessions, log: Log, hashes: HashQueue): SignIn {
  const { pins } = hub.store;
  const known = createKnownBrowsers(hub);
  const limits = createSignInLimits(hub.now);

  const letIn = async (
    person: Person,
    way: SignInWay,
    { place, address }: From,
  ): Promise<Result<SignedIn>> => {
    const by = { ...UNAUTHENTICATED, personId: person.id, personRole: person.role, address };
    await recordAccess(hub, way === 'link' ? 'signed-in-by-link' : 'signed-in', person.id, by);
    const token = sessions.open(person.id, way);
    if (way !== 'pin') pins.forgive(person.id);
    const browser = known.find(place);
    if (way === 'pin' || browser?.isOfToday === true) return ok({ person, token, place: null });
    // A new one each day: a copied one is useless on the next.
    return ok({ person, token, place: known.mark(person.id, browser) });
  };
  // The typed login is not logged: it may be a password in the wrong field.
  const failed = async (
    personId: PersonId | null,
    address: string,
    how: SignInWay,
  ): Promise<Result<never>> => {
    if (!limits.mayNote(address)) return refuse('sign-in-failed');
    log.warn({ personId, address, how }, 'sign-in failed');
    await recordAccess(hub, 'sign-in-failed', personId, { ...UNAUTHENTICATED, address });
    return refuse('sign-in-failed');
  };
  const throttled = (personId: PersonId | null, address: string): Result<never> => {
    if (limits.mayNote(address)) log.warn({ personId, address }, 'sign-in throttled');
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
      const browser = known.find(from.place);
      const attempt = limits.of(toLogin(login), address, browser);
      if (!attempt.admits()) return throttled(person?.id ?? null, address);
      const hash = person === null ? null : hub.store.secrets.passwordOf(person.id);
      const right = await hashes.run(
        { key: browser?.mark ?? address, isKnown: browser !== null },
        () => verifySecret(password, hash, hub.secretCost),
      );
      if (right === null) {
        attempt.forgive();
        return throttled(person?.id ?? null, address);
      }
      // Read again: the person may have been locked out while the hash was computed.
      const now = person === null ? undefined : hub.state.people.get(person.id);
      if (!right || now?.active !== true) return failed(person?.id ?? null, address, 'password');
      attempt.forgive();
      return letIn(now, 'password', from);
    },
    async withLink(token, from) {
      // Too long to guess, and cheap to look up: not throttled.
      const { address } = from;
      const personId = sessions.takeLink(token);
      const person = personId === null ? undefined : hub.state.people.get(personId);
      if (person?.active !== true) return failed(personId, address, 'link');
      return letIn(person, 'link', from);
    },
    async withPin(personId, pin, from) {
      const { address } = from;
      const browser = known.find(from.place);
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
      known.find(place)?.isOfToday === true
        ? pins.owners().flatMap((id) => pinOwner(id) ?? [])
        : [],
    browserKey: (place) => known.find(place)?.mark ?? null,
  };
}
