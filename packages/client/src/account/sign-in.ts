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

/** Signs in by PIN where somebody signed in today; refuses also with `pin-not-here` and `pin-suspended`. */
export function signInByPin(
  baseUrl: BaseUrl,
  personId: PersonId,
  pin: string,
): Promise<Result<Person>> {
  return ask(baseUrl, '/api/sign-in/pin', { personId, pin });
}

/** Whose PIN works in this browser; nobody's when the hub cannot say. */
export async function pinPeople(baseUrl: BaseUrl): Promise<readonly PinPerson[]> {
  const people = fieldOf(await answerOf(baseUrl, '/api/sign-in/pin'), 'people');
  return Array.isArray(people) ? people.flatMap((each: unknown) => toPinPerson(each) ?? []) : [];
}

export interface PinPerson {
  readonly id: PersonId;
  readonly name: string;
}

/** How one's own account stands; refuses with `sign-in-first`. */
export async function ownAccount(baseUrl: BaseUrl): Promise<Result<OwnAccount>> {
  const answer = await answerOf(baseUrl, '/api/me');
  const person = toPerson(fieldOf(answer, 'person'));
  if (person === null) return refusalOf(answer, 0);
  const pin = fieldOf(answer, 'pin');
  return ok({
    person,
    mayChoose: fieldOf(answer, 'mayChoose') === true,
    pin: pin === 'set' || pin === 'none' ? pin : 'not-offered',
  });
}

export interface OwnAccount {
  readonly person: Person;
  /** Came by a link: may choose a password without showing the present one. */
  readonly mayChoose: boolean;
  readonly pin: 'set' | 'none' | 'not-offered';
}

/** Chooses another password and ends the other sessions; refuses with what is wrong with either password. */
export function setOwnPassword(
  baseUrl: BaseUrl,
  current: string | null,
  next: string,
): Promise<Result<Person>> {
  return ask(baseUrl, '/api/me/password', { current, next });
}

/** Sets the own PIN, null takes it away; refuses with what is wrong with it, or with `password-wrong`. */
export function setOwnPin(
  baseUrl: BaseUrl,
  password: string,
  pin: string | null,
): Promise<Result<Person>> {
  return ask(baseUrl, '/api/me/pin', { password, pin });
}

/** Ends the session; refuses with `hub-unavailable` when the hub could not be told. */
export function signOut(baseUrl: BaseUrl): Promise<Result<null>> {
  return tell(baseUrl, '/api/sign-out');
}

/** Ends all own sessions, on every computer. */
export function signOutEverywhere(baseUrl: BaseUrl): Promise<Result<null>> {
  return tell(baseUrl, '/api/me/sign-out-everywhere');
}

async function tell(baseUrl: BaseUrl, path: string): Promise<Result<null>> {
  try {
    const response = await fetch(new URL(path, baseUrl), { method: 'POST' });
    return response.ok ? ok(null) : refuse('hub-unavailable');
  } catch {
    return refuse('hub-unavailable');
  }
}

/** What the hub says, a refusal too; null when it says nothing that can be read. */
async function answerOf(baseUrl: BaseUrl, path: string): Promise<unknown> {
  try {
    const answer: unknown = await (await fetch(new URL(path, baseUrl))).json();
    return answer;
  } catch {
    return null;
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

function toPinPerson(value: unknown): PinPerson | null {
  const [id, name] = [fieldOf(value, 'id'), fieldOf(value, 'name')];
  return typeof id === 'string' && typeof name === 'string' ? { id: id as PersonId, name } : null;
}

function fieldOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  const field: unknown = Reflect.get(value, name);
  return field;
}
