import { randomUUID } from 'node:crypto';
import {
  type CommandId,
  ok,
  type Person,
  type PersonId,
  type PersonRole,
  type QueueId,
  refuse,
  type Result,
  toSingleLine,
} from '@motcua/domain';
import { type Change, hubCommandId } from '@motcua/protocol';
import type { PersonWithSecret } from '@motcua/protocol/http';
import type { Hub } from '../engine/hub.ts';
import { type Identity, THE_HUB_ITSELF } from '../engine/hub-command.ts';
import { recordAccess } from '../operations/record-access.ts';
import { hashSecret, newSecret } from './passwords.ts';
import type { Sessions } from './sessions.ts';

/** 79 bits. */
const LINK_GROUPS = 4;

export interface NewPerson {
  readonly name: string;
  readonly login: string;
  readonly role: PersonRole;
  /** The queues this person can serve; null or absent: all. */
  readonly skills?: readonly QueueId[] | null;
}

/** How a login is stored and compared, however it was typed. */
export function toLogin(typed: string): string {
  return typed.normalize('NFC').trim().toLowerCase();
}

/** Null when no person has that login. */
export function personOfLogin({ state }: Hub, typed: string): Person | null {
  const login = toLogin(typed);
  for (const person of state.people.values()) if (person.login === login) return person;
  return null;
}

/** Adds a person with a random secret, of which the hub keeps only the hash; refuses with `name-taken` or `queue-not-found`. */
export async function addPerson(
  hub: Hub,
  { name, login, role, skills = null }: NewPerson,
  by: Identity,
): Promise<Result<PersonWithSecret>> {
  const unknown = unknownQueue(hub, skills);
  if (unknown !== undefined) return refuse('queue-not-found', { queueId: unknown });
  const person: Person = {
    id: `person-${randomUUID()}` as PersonId,
    name: toSingleLine(name),
    login: toLogin(login),
    role,
    active: true,
    skills,
  };
  const secret = newSecret();
  const hash = await hashSecret(secret, hub.secretCost);
  const put = await hub.execute({ commandId: newCommandId(), type: 'put-person', person }, by);
  if (!put.ok) return put;
  hub.store.secrets.setPassword(person.id, hash, hub.now());
  return ok({ person, secret });
}

export type PersonPatch = Partial<Pick<Person, 'name' | 'role' | 'active' | 'skills'>>;

/**
 * Renames, gives another role or other queues, or locks a person out. Another role has other rights: sessions that were
 * opened under the old one end at once, and they sign in anew.
 * Refuses with `person-not-found`, `queue-not-found`, and with `in-use` for the last active administrator.
 */
export async function changePerson(
  hub: Hub,
  sessions: Sessions,
  id: PersonId,
  patch: PersonPatch,
  by: Identity,
): Promise<Result<Person>> {
  const before = hub.state.people.get(id);
  if (before === undefined) return refuse('person-not-found');
  const unknown = unknownQueue(hub, patch.skills ?? null);
  if (unknown !== undefined) return refuse('queue-not-found', { queueId: unknown });
  const person: Person = { ...before, ...patch };
  if (isActiveAdministrator(before) && !isActiveAdministrator(person) && isLastOf(hub, before))
    return refuse('in-use');
  const put = await hub.execute({ commandId: newCommandId(), type: 'put-person', person }, by);
  if (!put.ok) return put;
  if (!person.active || person.role !== before.role) endSessions(hub, sessions, person);
  return ok(person);
}

/** Ends the sessions of those whom these changes locked out or gave another role; answers who they are. */
export function endSessionsAfter(
  hub: Hub,
  sessions: Sessions,
  changes: readonly Change[],
): readonly PersonId[] {
  const ended: PersonId[] = [];
  for (const change of changes) {
    if (change.type !== 'person-changed') continue;
    const { person, before } = change;
    if (person.active && person.role === (before?.role ?? person.role)) continue;
    endSessions(hub, sessions, person);
    ended.push(person.id);
  }
  return ended;
}

function endSessions(hub: Hub, sessions: Sessions, { id, active }: Person): void {
  sessions.closeAllOf(id);
  hub.store.sessions.removeLinksOf(id);
  if (active) return;
  shutOut(hub, sessions, id);
  hub.store.pins.remove(id);
}

/** For a person who has lost the password; opening it lets them choose a new one. */
export interface PersonWithLink {
  readonly person: Person;
  /** Works once, within a day; short enough to be typed. */
  readonly token: string;
}

/**
 * A link that signs a person in once; it replaces their earlier ones, and their password stays until they choose
 * another. Refuses with `person-not-found`, also for a person who is locked out.
 */
export async function giveLink(
  hub: Hub,
  sessions: Sessions,
  id: PersonId,
  by: Identity,
): Promise<Result<PersonWithLink>> {
  const person = hub.state.people.get(id);
  if (person?.active !== true) return refuse('person-not-found');
  await recordAccess(hub, 'link-made', id, by);
  return ok({ person, token: sessions.newLink(id, newSecret(LINK_GROUPS)) });
}

/** The person for a link from the hub's own console; refuses with `person-not-found`. */
export function recoverByLogin(hub: Hub, login: string): Result<Person> {
  const person = personOfLogin(hub, login);
  return person === null ? refuse('person-not-found', { login }) : ok(person);
}

/** Ends all of a person's sessions, and their PIN where they signed in; refuses with `person-not-found`. */
export async function signOutEverywhere(
  hub: Hub,
  sessions: Sessions,
  id: PersonId,
  by: Identity,
): Promise<Result<Person>> {
  const person = hub.state.people.get(id);
  if (person === undefined) return refuse('person-not-found');
  await recordAccess(hub, 'signed-out', id, by);
  shutOut(hub, sessions, id);
  return ok(person);
}

function shutOut({ store }: Hub, sessions: Sessions, id: PersonId): void {
  sessions.closeAllOf(id);
  store.pins.closePlacesOf(id);
}

/**
 * At the first start, the administrator and a link that signs them in once; null when a person can sign in already.
 * Without any password set the link is made anew at each start, so that the centre is not locked out.
 */
export async function firstAdministratorLink(
  hub: Hub,
  sessions: Sessions,
  { name, login }: Omit<NewPerson, 'role'>,
): Promise<string | null> {
  const administrators = [...hub.state.people.values()].filter(isActiveAdministrator);
  if (administrators.some(({ id }) => hub.store.secrets.passwordOf(id) !== null)) return null;
  const known = administrators[0];
  if (known !== undefined) return sessions.newLink(known.id);

  const person: Person = {
    id: `person-${randomUUID()}` as PersonId,
    name,
    login: toLogin(login),
    role: 'administrator',
    active: true,
    skills: null,
  };
  const put = await hub.execute(
    { commandId: newCommandId(), type: 'put-person', person },
    THE_HUB_ITSELF,
  );
  if (!put.ok) throw new Error(`The first administrator was refused: ${put.refusal.code}`);
  return sessions.newLink(person.id);
}

function isActiveAdministrator({ active, role }: Person): boolean {
  return active && role === 'administrator';
}

function isLastOf({ state }: Hub, { id }: Person): boolean {
  return ![...state.people.values()].some(
    (other) => other.id !== id && isActiveAdministrator(other),
  );
}

function unknownQueue({ state }: Hub, skills: readonly QueueId[] | null): QueueId | undefined {
  return skills?.find((id) => state.settings.queue(id) === null);
}

function newCommandId(): CommandId {
  return hubCommandId(randomUUID());
}
