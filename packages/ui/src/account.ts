import { signIn, signInByLink, signOut, type Credentials } from '@motcua/client';
import type { Refusal } from '@motcua/domain';

/** How a person comes in and goes. Each answers null when it worked. */
export interface Account {
  readonly signIn: (credentials: Credentials) => Promise<Refusal | null>;
  readonly signInByLink: (token: string) => Promise<Refusal | null>;
  readonly signOut: () => Promise<Refusal | null>;
}

/** Signing in or out changes the session's cookie, so `knockAgain` has to show it to the hub anew. */
export function createAccount(baseUrl: string, knockAgain: () => void): Account {
  const settle = (result: Settled): Refusal | null => {
    if (!result.ok) return result.refusal;
    knockAgain();
    return null;
  };
  return {
    signIn: async (credentials) => settle(await signIn(baseUrl, credentials)),
    signInByLink: async (token) => settle(await signInByLink(baseUrl, token)),
    signOut: async () => settle(await signOut(baseUrl)),
  };
}

type Settled = { readonly ok: true } | { readonly ok: false; readonly refusal: Refusal };

/** The token in `#link=TOKEN`, null without one. Take it out of the address at once: it is a secret. */
export function linkTokenIn(hash: string): string | null {
  const token = new URLSearchParams(hash.replace(/^#/, '')).get('link') ?? '';
  return token === '' ? null : token;
}
