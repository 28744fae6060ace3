import type { PersonId } from '@motcua/domain';
import * as z from 'zod/mini';
import type { HttpRoute } from './route.ts';
import { id, list, nothing, password, person, personAnswer } from './values.ts';

const loginTyped = z.string().check(z.maxLength(64));
const pinTyped = z.string().check(z.maxLength(16));
const pinPerson = z.object({ id: id<PersonId>(), name: z.string() });
export type PinPerson = z.output<typeof pinPerson>;

const own = z.object({
  person,
  mayChoose: z
    .boolean()
    .check(z.describe('signed in by a link: may choose a password without the old one')),
  pin: z.enum(['set', 'none', 'not-offered']),
});
export type OwnAccount = z.output<typeof own>;

/** Signing in and out, and one's own account. */
export const account = {
  signIn: {
    method: 'POST',
    path: '/api/sign-in',
    summary: 'Sign in with login and password; sets the session cookie',
    body: z.object({ login: loginTyped, password: password.check(z.minLength(1)) }),
    answer: personAnswer,
  },
  signInByLink: {
    method: 'POST',
    path: '/api/sign-in/link',
    summary: 'Sign in with the token of a one-time link',
    body: z.object({ token: z.string().check(z.minLength(1), z.maxLength(200)) }),
    answer: personAnswer,
  },
  pinPeople: {
    method: 'GET',
    path: '/api/sign-in/pin',
    summary: 'Whose PIN works in this browser; empty before the first sign-in of the day',
    answer: z.object({ people: list(pinPerson) }),
  },
  signInByPin: {
    method: 'POST',
    path: '/api/sign-in/pin',
    summary: 'Sign in with a PIN, in a browser with a sign-in by password today',
    body: z.object({ personId: id<PersonId>(), pin: pinTyped.check(z.minLength(1)) }),
    answer: personAnswer,
  },
  signOut: {
    method: 'POST',
    path: '/api/sign-out',
    summary: 'End this session',
    answer: nothing,
  },
  own: { method: 'GET', path: '/api/me', summary: 'Who is signed in here', answer: own },
  setPassword: {
    method: 'POST',
    path: '/api/me/password',
    summary: 'Choose another password; ends all other sessions',
    body: z.object({ current: z.nullable(password), next: password }),
    answer: personAnswer,
  },
  setPin: {
    method: 'POST',
    path: '/api/me/pin',
    summary: 'Set the PIN for the quick change of clerk, or remove it',
    body: z.object({ password, pin: z.nullable(pinTyped) }),
    answer: personAnswer,
  },
  signOutEverywhere: {
    method: 'POST',
    path: '/api/me/sign-out-everywhere',
    summary: 'End all own sessions, this one too',
    answer: nothing,
  },
} as const satisfies Record<string, HttpRoute>;
