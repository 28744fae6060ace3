import { PERSON_ROLES, type PersonId } from '@motcua/domain';
import { z } from 'zod';
import { addPerson, changePerson, resetSecret } from '../../people.ts';
import {
  answerRefusal,
  type HttpApp,
  loginInput,
  nameInput,
  personAnswer,
  refusals,
  skillsInput,
} from '../answers.ts';
import { sessionTokenIn } from '../authenticate.ts';
import type { RouteContext } from './route-context.ts';

const withSecret = {
  200: z.object({ person: personAnswer, secret: z.string().describe('shown once') }),
  ...refusals,
};
const params = z.object({ personId: z.string().max(100) });

/** The administrator's register of people. */
export function peopleRoutes(app: HttpApp, context: RouteContext): void {
  const { hub, sessions, guard, log, signedOut } = context;
  const onRequest = guard.only('administrator');

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
      if (!changed.value.active) signedOut(id);
      log.info({ personId: id, by: by.personId }, 'person changed');
      return { person: changed.value };
    },
  );

  app.post(
    '/api/people/:personId/secret',
    {
      onRequest,
      schema: {
        summary: 'A new random secret, answered once; ends the sessions of the person',
        params,
        response: withSecret,
      },
    },
    async (request, reply) => {
      const by = guard.identityOf(request);
      const id = request.params.personId as PersonId;
      const ownToken = sessionTokenIn(request.headers.cookie);
      const reset = await resetSecret(hub, sessions, id, by, ownToken);
      if (!reset.ok) return answerRefusal(reply, reset.refusal);
      if (by.personId !== id) signedOut(id);
      log.info({ personId: id, by: by.personId }, 'secret reset');
      return reset.value;
    },
  );
}
