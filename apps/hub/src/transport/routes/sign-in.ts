import { ok, type Person, type Result } from '@motcua/domain';
import { account } from '@motcua/protocol/http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { recordAccess } from '../../operations/record-access.ts';
import { KNOWN_BROWSER_DAYS } from '../../identity/known-browsers.ts';
import type { From, SignedIn } from '../../identity/sign-in.ts';
import { PLACE_COOKIE, placeIn, SESSION_COOKIE, sessionTokenIn } from '../http/authenticate.ts';
import type { Serve } from '../http/serve-route.ts';
import type { RouteContext } from './route-context.ts';

const PLACE_LIFE_S = KNOWN_BROWSER_DAYS * 24 * 60 * 60;

/** Guesses are throttled, and the work of hashing is bounded, in `sign-in.ts`. */
export function signInRoutes(serve: Serve, context: RouteContext): void {
  const { hub, sessions, signIn, log, signedOut } = context;

  serve(account.signIn, {}, async ({ body, request, reply }) =>
    opened(request, reply, await signIn.withPassword(body.login, body.password, fromOf(request))),
  );

  serve(account.signInByLink, {}, async ({ body, request, reply }) =>
    opened(request, reply, await signIn.withLink(body.token.trim(), fromOf(request))),
  );

  serve(account.pinPeople, {}, ({ request }) =>
    ok({ people: signIn.pinPeople(placeIn(request.headers.cookie)) }),
  );

  serve(account.signInByPin, {}, async ({ body, request, reply }) =>
    opened(request, reply, await signIn.withPin(body.personId, body.pin, fromOf(request))),
  );

  serve(account.signOut, {}, async ({ by, request, reply }) => {
    const token = sessionTokenIn(request.headers.cookie);
    const { personId } = by;
    if (token !== null) sessions.close(token);
    if (personId !== null) {
      log.info({ personId }, 'signed out');
      await recordAccess(hub, 'signed-out', personId, by);
      signedOut(personId);
    }
    reply.clearCookie(SESSION_COOKIE, cookieOptions(request));
    return ok({});
  });

  function opened(
    request: FastifyRequest,
    reply: FastifyReply,
    result: Result<SignedIn>,
  ): Result<{ person: Person }> {
    if (!result.ok) return result;
    const { person, token, place } = result.value;
    log.info({ personId: person.id, address: request.ip }, 'signed in');
    // The session that this browser had before ends, wherever its cookie is.
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
    return ok({ person });
  }
}

function fromOf({ ip, headers }: FastifyRequest): From {
  return { address: ip, place: placeIn(headers.cookie) };
}

export function cookieOptions({ protocol }: FastifyRequest) {
  return { path: '/', httpOnly: true, sameSite: 'strict', secure: protocol === 'https' } as const;
}
