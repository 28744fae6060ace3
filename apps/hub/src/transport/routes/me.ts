import { ok, type Person, refuse } from '@motcua/domain';
import { account } from '@motcua/protocol/http';
import type { Identity } from '../../engine/hub-command.ts';
import { signOutEverywhere } from '../../identity/people.ts';
import { MAY_USE_PIN } from '../../identity/rights.ts';
import { SESSION_COOKIE, sessionTokenIn } from '../http/authenticate.ts';
import type { Asked, Serve } from '../http/serve-route.ts';
import type { RouteContext } from './route-context.ts';
import { cookieOptions } from './sign-in.ts';

const PER_MINUTE = 30;

/** One's own account. */
export function meRoutes(serve: Serve, context: RouteContext): void {
  const { hub, sessions, own, log, signedOut } = context;
  const ownOf = ({ by, request }: Pick<Asked<typeof account.own>, 'by' | 'request'>) => ({
    by,
    token: sessionTokenIn(request.headers.cookie),
  });
  const personBehind = ({ personId }: Identity): Person | undefined =>
    personId === null ? undefined : hub.state.people.get(personId);

  serve(account.own, {}, (asked) => {
    const person = personBehind(asked.by);
    if (person === undefined) return refuse('sign-in-first');
    const pin = hub.store.pins.has(person.id) ? 'set' : 'none';
    return ok({
      person,
      mayChoose: own.mayChoose(ownOf(asked)),
      pin: MAY_USE_PIN.includes(person.role) ? pin : 'not-offered',
    });
  });

  serve(account.setPassword, { perMinute: PER_MINUTE }, async (asked) => {
    const { current, next } = asked.body;
    const set = await own.setPassword(ownOf(asked), current, next);
    if (!set.ok) return set;
    log.info({ personId: set.value.id }, 'password set');
    signedOut(set.value.id);
    return ok({ person: set.value });
  });

  serve(account.setPin, { perMinute: PER_MINUTE }, async (asked) => {
    const set = await own.setPin(ownOf(asked), asked.body.password, asked.body.pin);
    if (!set.ok) return set;
    log.info({ personId: set.value.id }, 'PIN changed');
    return ok({ person: set.value });
  });

  serve(account.signOutEverywhere, {}, async ({ by, request, reply }) => {
    const person = personBehind(by);
    if (person === undefined) return refuse('sign-in-first');
    await signOutEverywhere(hub, sessions, person.id, by);
    log.info({ personId: person.id }, 'signed out everywhere');
    signedOut(person.id);
    reply.clearCookie(SESSION_COOKIE, cookieOptions(request));
    return ok({});
  });
}
