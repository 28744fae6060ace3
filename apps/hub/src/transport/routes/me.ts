import type { Person, Result } from '@motcua/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { signOutEverywhere } from '../../identity/people.ts';
import type { Own } from '../../identity/own-secrets.ts';
import { MAY_USE_PIN } from '../../identity/rights.ts';
import { answerRefusal, type HttpApp, personAnswer, refusals } from '../http/answers.ts';
import { SESSION_COOKIE, sessionTokenIn } from '../http/authenticate.ts';
import type { RouteContext } from './route-context.ts';
import { cookieOptions } from './sign-in.ts';

const rateLimit = { max: 30, timeWindow: 60_000 };
const password = z.string().max(256);
const me = {
  200: z.object({
    person: personAnswer,
    mayChoose: z.boolean().describe('came by a link: may choose a password without the old one'),
    pin: z.enum(['set', 'none', 'not-offered']),
  }),
  ...refusals,
};
const done = { 200: z.object({ person: personAnswer }), ...refusals };

/** One's own account. */
export function meRoutes(app: HttpApp, context: RouteContext): void {
  const { hub, sessions, own, guard, log, signedOut } = context;
  const ownOf = (request: FastifyRequest): Own => ({
    by: guard.identityOf(request),
    token: sessionTokenIn(request.headers.cookie),
  });

  app.get(
    '/api/me',
    { schema: { summary: 'Who is signed in here', response: me } },
    async (request, reply) => {
      const person = personBehind(request);
      if (person === undefined) return answerRefusal(reply, { code: 'sign-in-first', detail: {} });
      const pin = hub.store.pins.has(person.id) ? ('set' as const) : ('none' as const);
      return {
        person,
        mayChoose: own.mayChoose(ownOf(request)),
        pin: MAY_USE_PIN.includes(person.role) ? pin : ('not-offered' as const),
      };
    },
  );

  app.post(
    '/api/me/password',
    {
      config: { rateLimit },
      schema: {
        summary: 'Choose another password; ends all other sessions',
        body: z.object({ current: password.nullable(), next: password }),
        response: done,
      },
    },
    async (request, reply) => {
      const { current, next } = request.body;
      const set = await own.setPassword(ownOf(request), current, next);
      if (set.ok) {
        log.info({ personId: set.value.id }, 'password set');
        signedOut(set.value.id);
      }
      return answer(reply, set);
    },
  );

  app.post(
    '/api/me/pin',
    {
      config: { rateLimit },
      schema: {
        summary: 'Set the PIN for the quick change of clerk, or take it away',
        body: z.object({ password, pin: z.string().max(16).nullable() }),
        response: done,
      },
    },
    async (request, reply) => {
      const set = await own.setPin(ownOf(request), request.body.password, request.body.pin);
      if (set.ok) log.info({ personId: set.value.id }, 'PIN changed');
      return answer(reply, set);
    },
  );

  app.post(
    '/api/me/sign-out-everywhere',
    {
      schema: {
        summary: 'End all own sessions, this one too',
        response: { 200: z.object({}), ...refusals },
      },
    },
    async (request, reply) => {
      const person = personBehind(request);
      if (person === undefined) return answerRefusal(reply, { code: 'sign-in-first', detail: {} });
      await signOutEverywhere(hub, sessions, person.id, guard.identityOf(request));
      log.info({ personId: person.id }, 'signed out everywhere');
      signedOut(person.id);
      reply.clearCookie(SESSION_COOKIE, cookieOptions(request));
      return {};
    },
  );

  function personBehind(request: FastifyRequest): Person | undefined {
    const { personId } = guard.identityOf(request);
    return personId === null ? undefined : hub.state.people.get(personId);
  }
}

function answer(reply: FastifyReply, result: Result<Person>): { person: Person } | FastifyReply {
  return result.ok ? { person: result.value } : answerRefusal(reply, result.refusal);
}
