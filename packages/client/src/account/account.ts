import type { PersonId, Refusal, Result } from '@motcua/domain';
import {
  account as described,
  type GivenArgs,
  type HttpRoute,
  type OwnAccount,
  type PinPerson,
} from '@motcua/protocol/http';
import { createHttpClient } from '../http/http-client.ts';

export type { OwnAccount, PinPerson } from '@motcua/protocol/http';

/** Signing in and out, and the settings of one's own account. What can only be refused answers null on success. */
export interface Account {
  /** Refuses with `sign-in-failed`, `too-many-requests` or `hub-unavailable`. */
  readonly signIn: (credentials: {
    readonly login: string;
    readonly password: string;
  }) => Promise<Refusal | null>;
  /** With a one-time link, as the first start of a hub prints it. */
  readonly signInByLink: (token: string) => Promise<Refusal | null>;
  /** In a browser with a sign-in today; refuses also with `pin-not-here` and `pin-suspended`. */
  readonly signInByPin: (personId: PersonId, pin: string) => Promise<Refusal | null>;
  /** The people whose PIN works in this browser; empty when the hub cannot be reached. */
  readonly pinPeople: () => Promise<readonly PinPerson[]>;
  readonly signOut: () => Promise<Refusal | null>;
  /** On every computer. */
  readonly signOutEverywhere: () => Promise<Refusal | null>;
  /** Refuses with `sign-in-first`. */
  readonly own: () => Promise<Result<OwnAccount>>;
  /** Ends the other sessions; refuses with what is wrong with either password. */
  readonly setPassword: (current: string | null, next: string) => Promise<Refusal | null>;
  /** Null takes it away; refuses with what is wrong with it, or with `password-wrong`. */
  readonly setPin: (password: string, pin: string | null) => Promise<Refusal | null>;
}

/** Signing in or out changes the session's cookie, so `reconnectSoon` has to show it to the hub anew. */
export function createAccount(baseUrl: string, reconnectSoon: () => void): Account {
  const hub = createHttpClient({ baseUrl });
  const refusalOf = async <R extends HttpRoute>(route: R, ...given: GivenArgs<R>) => {
    const answer = await hub.ask(route, ...given);
    return answer.ok ? null : answer.refusal;
  };
  const changingSession = async (refusing: Promise<Refusal | null>) => {
    const refusal = await refusing;
    if (refusal === null) reconnectSoon();
    return refusal;
  };
  return {
    signIn: (body) => changingSession(refusalOf(described.signIn, { body })),
    signInByLink: (token) =>
      changingSession(refusalOf(described.signInByLink, { body: { token } })),
    signInByPin: (personId, pin) =>
      changingSession(refusalOf(described.signInByPin, { body: { personId, pin } })),
    pinPeople: async () => {
      const answer = await hub.ask(described.pinPeople);
      return answer.ok ? answer.value.people : [];
    },
    signOut: () => changingSession(refusalOf(described.signOut)),
    signOutEverywhere: () => changingSession(refusalOf(described.signOutEverywhere)),
    own: () => hub.ask(described.own),
    setPassword: (current, next) => refusalOf(described.setPassword, { body: { current, next } }),
    setPin: (password, pin) => refusalOf(described.setPin, { body: { password, pin } }),
  };
}

/** The token in `#link=TOKEN`, null without one. Take it out of the address at once: it is a secret. */
export function linkTokenIn(hash: string): string | null {
  const token = new URLSearchParams(hash.replace(/^#/, '')).get('link') ?? '';
  return token === '' ? null : token;
}
