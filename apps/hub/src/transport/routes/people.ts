import { PERSON_ROLES, type PersonId } from '@motcua/domain';
import { z } from 'zod';
import { addPerson, changePerson, giveLink, signOutEverywhere } from '../../identity/people.ts';
import { DOORS } from '../../identity/rights.ts';
import {
  answerRefusal,
  type HttpApp,
  loginInput,
  nameInput,
  personAnswer,
  refusals,
  skillsInput,
} from '../http/answers.ts';
import type { RouteContext } from './route-context.ts';

const withSecret = {
  200: z.object({ person: personAnswer, secret: z.string().describe('shown once') }),
  ...refusals,
};
const params = z.object({ personId: z.string().max(100) });

/** The administrator's register of people. */
export function peopleRoutes(app: HttpApp, context: RouteContext): void {
  const { hub, sessions, guard, log, signedOut } = context;
  const onRequest = guard.only(...DOORS.people);

  app.get(
    '/api/people',
    {
      onRequest,
      schema: {
        summary: 'Everybody who may sign in, or might',
        response: { 200: z.object({ people: z.array(personAnswer) }), ...refusals },
      },
    },
    async () => ({ people: [...hub.state.people.values()] }),
  );

  app.post(
    '/api/people',
    {
      onRequest,
      schema: {
        summary: 'Add somebody; the first secret is answered once',
        body: z.object({
          name: nameInput,
          login: loginInput,
          role: z.enum(PERSON_ROLES),
          skills: skillsInput.default(null),
        }),
        response: withSecret,
      },
    },
    async (request, reply) => {
      const by = guard.identityOf(request);
      const added = await addPerson(hub, request.body, by);
      if (!added.ok) return answerRefusal(reply, added.refusal);
      log.info({ personId: added.value.person.id, by: by.personId }, 'person added');
      return added.value;
    },
  );

  app.patch(
    '/api/people/:personId',
    {
      onRequest,
      schema: {
        summary: 'Rename, give another role or other queues, lock out or let in again',
        params,
        body: z.strictObject({
          name: nameInput.optional(),
          role: z.enum(PERSON_ROLES).optional(),
          active: z.boolean().optional(),
          skills: skillsInput.optional(),
        }),
        response: { 200: z.object({ person: personAnswer }), ...refusals },
      },
    },
    async (request, reply) => {
      const by = guard.identityOf(request);
      const { name, role, active, skills } = request.body;
      const patch = {
        ...(name === undefined ? {} : { name }),
        ...(role === undefined ? {} : { role }),
        ...(active === undefined ? {} : { active }),
        ...(skills === undefined ? {} : { skills }),
      };
      const id = request.params.personId as PersonId;
      const changed = await changePerson(hub, sessions, id, patch, by);
      if (!changed.ok) return answerRefusal(reply, changed.refusal);
      if (!changed.value.active || role !== undefined) signedOut(id);
      log.info({ personId: id, by: by.personId }, 'person changed');
      return { person: changed.value };
    },
  );

  app.post(
    '/api/people/:personId/link',
    {
      onRequest,
      schema: {
        summary: 'A link that signs the person in once, within a day; its token is answered once',
        params,
        response: { 200: z.object({ person: personAnswer, token: z.string() }), ...refusals },
      },
    },
    async (request, reply) => {
      const by = guard.identityOf(request);
      const id = request.params.personId as PersonId;
      const given = await giveLink(hub, sessions, id, by);
      if (!given.ok) return answerRefusal(reply, given.refusal);
      log.info({ personId: id, by: by.personId }, 'link given');
      return given.value;
    },
  );

  app.post(
    '/api/people/:personId/sign-out',
    {
      onRequest,
      schema: {
        summary: 'End all sessions of the person',
        params,
        response: { 200: z.object({ person: personAnswer }), ...refusals },
      },
    },
    async (request, reply) => {
      const by = guard.identityOf(request);
      const id = request.params.personId as PersonId;
      const ended = await signOutEverywhere(hub, sessions, id, by);
      if (!ended.ok) return answerRefusal(reply, ended.refusal);
      signedOut(id);
      log.info({ personId: id, by: by.personId }, 'signed out everywhere');
      return { person: ended.value };
    },
  );
}
