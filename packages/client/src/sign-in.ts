import {
  ok,
  PERSON_ROLES,
  REFUSAL_CODES,
  refuse,
  type Person,
  type PersonId,
  type Result,
} from '@motcua/domain';

/** The hub's origin; a page gives its own. The browser keeps the session cookie. */
type BaseUrl = string;

export interface Credentials {
  readonly login: string;
  readonly password: string;
}

/** Refuses with `sign-in-failed`, `too-many-requests` or `hub-unavailable`. */
export function signIn(baseUrl: BaseUrl, credentials: Credentials): Promise<Result<Person>> {
  return ask(baseUrl, '/api/sign-in', credentials);
}

/** Signs in with a one-time link, as the first start of a hub prints it. */
export function signInByLink(baseUrl: BaseUrl, token: string): Promise<Result<Person>> {
  return ask(baseUrl, '/api/sign-in/link', { token });
}

/** Who is signed in here; refuses with `sign-in-first` when nobody is. */
export function whoAmI(baseUrl: BaseUrl): Promise<Result<Person>> {
  return ask(baseUrl, '/api/me', null);
}

/** Ends the session; refuses with `hub-unavailable` when the hub could not be told. */
export async function signOut(baseUrl: BaseUrl): Promise<Result<null>> {
  try {
    const response = await fetch(new URL('/api/sign-out', baseUrl), { method: 'POST' });
    return response.ok ? ok(null) : refuse('hub-unavailable');
  } catch {
    return refuse('hub-unavailable');
  }
}

async function ask(baseUrl: BaseUrl, path: string, body: object | null): Promise<Result<Person>> {
  const init: RequestInit =
    body === null
      ? {}
      : {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        };
  try {
    const response = await fetch(new URL(path, baseUrl), init);
    const answer: unknown = await response.json();
    if (!response.ok) return refusalOf(answer, response.status);
    const person = toPerson(fieldOf(answer, 'person') ?? answer);
    return person === null ? refuse('hub-unavailable') : ok(person);
  } catch {
    return refuse('hub-unavailable');
  }
}

function refusalOf(answer: unknown, status: number): Result<never> {
  const named = fieldOf(answer, 'code');
  const code = REFUSAL_CODES.find((each) => each === named);
  if (code !== undefined) return refuse(code);
  if (status === 429) return refuse('too-many-requests');
  return refuse(status === 401 ? 'sign-in-first' : 'hub-unavailable');
}

function toPerson(value: unknown): Person | null {
  const [id, name, login] = [fieldOf(value, 'id'), fieldOf(value, 'name'), fieldOf(value, 'login')];
  const role = PERSON_ROLES.find((each) => each === fieldOf(value, 'role'));
  if (typeof id !== 'string' || typeof name !== 'string' || typeof login !== 'string') return null;
  if (role === undefined) return null;
  // What one can serve comes with the snapshot; signing in tells only who one is.
  const active = fieldOf(value, 'active') !== false;
  return { id: id as PersonId, name, login, role, active, skills: null };
}

function fieldOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  const field: unknown = Reflect.get(value, name);
  return field;
}
