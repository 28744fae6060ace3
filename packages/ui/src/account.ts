import {
  ownAccount,
  pinPeople,
  setOwnPassword,
  setOwnPin,
  signIn,
  signInByLink,
  signInByPin,
  signOut,
  signOutEverywhere,
  type Credentials,
  type OwnAccount,
  type PinPerson,
} from '@motcua/client';
import type { PersonId, Refusal, Result } from '@motcua/domain';

/** Signing in and out, and the settings of the own account. Methods that return a refusal return null on success. */
export interface Account {
  readonly signIn: (credentials: Credentials) => Promise<Refusal | null>;
  readonly signInByLink: (token: string) => Promise<Refusal | null>;
  readonly signInByPin: (personId: PersonId, pin: string) => Promise<Refusal | null>;
  /** The people whose PIN works in this browser. */
  readonly pinPeople: () => Promise<readonly PinPerson[]>;
  readonly signOut: () => Promise<Refusal | null>;
  readonly signOutEverywhere: () => Promise<Refusal | null>;
  readonly own: () => Promise<Result<OwnAccount>>;
  readonly setPassword: (current: string | null, next: string) => Promise<Refusal | null>;
  readonly setPin: (password: string, pin: string | null) => Promise<Refusal | null>;
}

/** Signing in or out changes the session cookie, so `reconnectSoon` must reconnect to the hub with it. */
export function createAccount(baseUrl: string, reconnectSoon: () => void): Account {
  const settle = (result: Settled): Refusal | null => {
    if (!result.ok) return result.refusal;
    reconnectSoon();
    return null;
  };
  return {
    signIn: async (credentials) => settle(await signIn(baseUrl, credentials)),
    signInByLink: async (token) => settle(await signInByLink(baseUrl, token)),
    signInByPin: async (personId, pin) => settle(await signInByPin(baseUrl, personId, pin)),
    pinPeople: () => pinPeople(baseUrl),
    signOut: async () => settle(await signOut(baseUrl)),
    signOutEverywhere: async () => settle(await signOutEverywhere(baseUrl)),
    own: () => ownAccount(baseUrl),
    setPassword: async (current, next) => refusalOf(await setOwnPassword(baseUrl, current, next)),
    setPin: async (password, pin) => refusalOf(await setOwnPin(baseUrl, password, pin)),
  };
}

type Settled = { readonly ok: true } | { readonly ok: false; readonly refusal: Refusal };

function refusalOf(result: Settled): Refusal | null {
  return result.ok ? null : result.refusal;
}

/** The token in `#link=TOKEN`, null without one. Remove it from the address at once: it is a secret. */
export function linkTokenIn(hash: string): string | null {
  const token = new URLSearchParams(hash.replace(/^#/, '')).get('link') ?? '';
  return token === '' ? null : token;
}
