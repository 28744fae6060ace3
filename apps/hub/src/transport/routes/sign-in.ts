import type { Person, Result } from '@motcua/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { SignedIn } from '../../sign-in.ts';
import { answerRefusal, type HttpApp, personAnswer, refusals } from '../answers.ts';
import { SESSION_COOKIE, sessionTokenIn } from '../authenticate.ts';
import type { RouteContext } from './route-context.ts';

const signedIn = { 200: z.object({ person: personAnswer }), ...refusals };
/** A guesser is slowed down per login too (`sign-in.ts`); this bounds the work of hashing. */
const rateLimit = { max: 60, timeWindow: 60_000 };

export function signInRoutes(app: HttpApp, context: RouteContext): void {
  const { hub, sessions, signIn, guard, log, signedOut } = context;

  app.post(
    '/api/sign-in',
    {
      config: { rateLimit },
      schema: {
        summary: 'Sign in with login and password; sets the session cookie',
        body: z.object({ login: z.string().max(64), password: z.string().min(1).max(256) }),
        response: signedIn,
      },
    },
    async (request, reply) => {
      const { login, password } = request.body;
      return answer(request, reply, await signIn.withPassword(login, password, request.ip));
    },
  );

  app.post(
    '/api/sign-in/link',
    {
      config: { rateLimit },
      schema: {
        summary: 'Sign in with the token of a one-time link',
        body: z.object({ token: z.string().min(1).max(200) }),
        response: signedIn,
      },
    },
    async (request, reply) =>
      answer(request, reply, signIn.withLink(request.body.token, request.ip)),
  );

  app.post(
    '/api/sign-out',
    { schema: { summary: 'End this session', response: { 200: z.object({}), ...refusals } } },
    async (request, reply) => {
      const token = sessionTokenIn(request.headers.cookie);
      const { personId } = guard.identityOf(request);
      if (token !== null) sessions.close(token);
      if (personId !== null) {
        log.info({ personId }, 'signed out');
        signedOut(personId);
      }
      reply.clearCookie(SESSION_COOKIE, cookieOptions(request));
      return {};
    },
  );

  app.get(
    '/api/me',
    { schema: { summary: 'Who is signed in here', response: signedIn } },
    async (request, reply) => {
      const { personId } = guard.identityOf(request);
      const person = personId === null ? undefined : hub.state.people.get(personId);
      if (person === undefined) return answerRefusal(reply, { code: 'sign-in-first', detail: {} });
      return { person };
    },
  );

  function answer(
    request: FastifyRequest,
    reply: FastifyReply,
    result: Result<SignedIn>,
  ): { person: Person } | FastifyReply {
    if (!result.ok) return answerRefusal(reply, result.refusal);
    const { person, token } = result.value;
    log.info({ personId: person.id, address: request.ip }, 'signed in');
    // No Max-Age: it ends with the browser, or when the hub's own clock says so.
    reply.setCookie(SESSION_COOKIE, token, cookieOptions(request));
    return { person };
  }
}

function cookieOptions({ protocol }: FastifyRequest) {
  return { path: '/', httpOnly: true, sameSite: 'strict', secure: protocol === 'https' } as const;
}
