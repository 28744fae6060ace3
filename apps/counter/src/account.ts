import type { Refusal } from '@motcua/domain';
import { signIn, signInByLink, signOut, type Credentials } from '@motcua/client';

/** How a person comes in and goes. Each answers null when it worked. */
export interface Account {
  readonly signIn: (credentials: Credentials) => Promise<Refusal | null>;
  readonly signInByLink: (token: string) => Promise<Refusal | null>;
  readonly signOut: () => Promise<Refusal | null>;
}

/** Signing in changes the cookie, so the hub has to be asked again: `knockAgain`. */
export function createAccount(baseUrl: string, knockAgain: () => void): Account {
  const after = <T extends { readonly ok: boolean }>(result: T): T => {
    if (result.ok) knockAgain();
    return result;
  };
  return {
    signIn: async (credentials) => refusalOf(after(await signIn(baseUrl, credentials))),
    signInByLink: async (token) => refusalOf(after(await signInByLink(baseUrl, token))),
    signOut: async () => refusalOf(after(await signOut(baseUrl))),
  };
}

function refusalOf(
  result: { readonly ok: true } | { readonly ok: false; readonly refusal: Refusal },
): Refusal | null {
  return result.ok ? null : result.refusal;
}
