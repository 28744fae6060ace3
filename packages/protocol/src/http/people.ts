import { PERSON_ROLES, type PersonId } from '@motcua/domain';
import * as z from 'zod/mini';
import type { HttpRoute } from './route.ts';
import { id, list, login, name, person, personAnswer, skills } from './values.ts';

const params = z.object({ personId: id<PersonId>() });
const newPerson = z.object({
  name,
  login,
  role: z.enum(PERSON_ROLES),
  skills: z._default(skills, null),
});
export const personWithSecret = z.object({
  person,
  secret: z.string().check(z.describe('shown once')),
});
export type PersonWithSecret = z.output<typeof personWithSecret>;
export const personWithToken = z.object({ person, token: z.string() });

/** The administrator's register of people. */
export const people = {
  all: {
    method: 'GET',
    path: '/api/people',
    summary: 'All people, locked-out ones too',
    answer: z.object({ people: list(person) }),
  },
  add: {
    method: 'POST',
    path: '/api/people',
    summary: 'Add a person; the first secret is answered once',
    body: newPerson,
    answer: personWithSecret,
  },
  change: {
    method: 'PATCH',
    path: '/api/people/:personId',
    summary: 'Rename, give another role or other queues, lock out or admit again',
    params,
    body: z.strictObject({
      name: z.exactOptional(name),
      role: z.exactOptional(z.enum(PERSON_ROLES)),
      active: z.exactOptional(z.boolean()),
      skills: z.exactOptional(skills),
    }),
    answer: personAnswer,
  },
  giveLink: {
    method: 'POST',
    path: '/api/people/:personId/link',
    summary: 'A link that signs the person in once, within a day; its token is answered once',
    params,
    answer: personWithToken,
  },
  signOut: {
    method: 'POST',
    path: '/api/people/:personId/sign-out',
    summary: 'End all sessions of the person',
    params,
    answer: personAnswer,
  },
} as const satisfies Record<string, HttpRoute>;
