import type { Person, PersonId, Result } from '@motcua/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { recordAccess } from '../../operations/record-access.ts';
import { KNOWN_BROWSER_DAYS } from '../../identity/known-browsers.ts';
import type { From, SignedIn } from '../../identity/sign-in.ts';
import { answerRefusal, type HttpApp, personAnswer, refusals } from '../http/answers.ts';
import { PLACE_COOKIE, placeIn, SESSION_COOKIE, sessionTokenIn } from '../http/authenticate.ts';
import type { RouteContext } from './route-context.ts';

const signedIn = { 200: z.object({ person: personAnswer }), ...refusals };
/** Whoever has a link is not held up by guessers, nor by a flood from behind the same router. */
export const LINK_ROUTE = '/api/sign-in/link';
const PLACE_LIFE_S = KNOWN_BROWSER_DAYS * 24 * 60 * 60;

/** Guessers are slowed down, and the work of hashing is bounded, in `sign-in.ts`. */
export function signInRoutes(app: HttpApp, context: RouteContext): void {
  const { hub, sessions, signIn, guard, log, signedOut } = context;

  app.post(
    '/api/sign-in',
    {
      schema: {
        summary: 'Sign in with login and password; sets the session cookie',
        body: z.object({ login: z.string().max(64), password: z.string().min(1).max(256) }),
        response: signedIn,
      },
    },
    async (request, reply) => {
      const { login, password } = request.body;
      return answer(request, reply, await signIn.withPassword(login, password, fromOf(request)));
    },
  );

  app.post(
    LINK_ROUTE,
    {
      schema: {
        summary: 'Sign in with the token of a one-time link',
        body: z.object({ token: z.string().min(1).max(200) }),
        response: signedIn,
      },
    },
    async (request, reply) =>
      answer(request, reply, await signIn.withLink(request.body.token.trim(), fromOf(request))),
  );

  app.get(
    '/api/sign-in/pin',
    {
      schema: {
        summary: 'Whose PIN works in this browser; nobody’s where nobody signed in today',
        response: {
          200: z.object({ people: z.array(z.object({ id: z.string(), name: z.string() })) }),
          ...refusals,
        },
      },
    },
    async ({ headers }) => ({
      people: signIn.pinPeople(placeIn(headers.cookie)).map(({ id, name }) => ({ id, name })),
    }),
  );

  app.post(
    '/api/sign-in/pin',
    {
      schema: {
        summary: 'Sign in with a PIN, where somebody signed in by password today',
        body: z.object({
          personId: z
            .string()
            .max(100)
            .transform((id) => id as PersonId),
          pin: z.string().min(1).max(16),
        }),
        response: signedIn,
      },
    },
    async (request, reply) => {
      const { personId, pin } = request.body;
      return answer(request, reply, await signIn.withPin(personId, pin, fromOf(request)));
    },
  );

  app.post(
    '/api/sign-out',
    { schema: { summary: 'End this session', response: { 200: z.object({}), ...refusals } } },
    async (request, reply) => {
      const token = sessionTokenIn(request.headers.cookie);
      const by = guard.identityOf(request);
      const { personId } = by;
      if (token !== null) sessions.close(token);
      if (personId !== null) {
        log.info({ personId }, 'signed out');
        await recordAccess(hub, 'signed-out', personId, by);
        signedOut(personId);
      }
      reply.clearCookie(SESSION_COOKIE, cookieOptions(request));
      return {};
    },
  );

  function answer(
    request: FastifyRequest,
    reply: FastifyReply,
    result: Result<SignedIn>,
  ): { person: Person } | FastifyReply {
    if (!result.ok) return answerRefusal(reply, result.refusal);
    const { person, token, place } = result.value;
    log.info({ personId: person.id, address: request.ip }, 'signed in');
    // Whoever was signed in here before is not any more, wherever their cookie lies.
    const before = sessionTokenIn(request.headers.cookie);
    if (before !== null) sessions.close(before);
    // No Max-Age: it ends with the browser, or when the hub's own clock says so.
    reply.setCookie(SESSION_COOKIE, token, cookieOptions(request));
    if (place !== null)
      reply.setCookie(PLACE_COOKIE, place, {
        ...cookieOptions(request),
        path: '/api/sign-in',
        maxAge: PLACE_LIFE_S,
      });
    return { person };
  }
}

function fromOf({ ip, headers }: FastifyRequest): From {
  return { address: ip, place: placeIn(headers.cookie) };
}

export function cookieOptions({ protocol }: FastifyRequest) {
  return { path: '/', httpOnly: true, sameSite: 'strict', secure: protocol === 'https' } as const;
}
