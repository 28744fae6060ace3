import { ok } from '@motcua/domain';
import { people } from '@motcua/protocol/http';
import { addPerson, changePerson, giveLink, signOutEverywhere } from '../../identity/people.ts';
import { ROUTE_ROLES } from '../../identity/rights.ts';
import type { Serve } from '../http/serve-route.ts';
import type { RouteContext } from './route-context.ts';

/** The administrator's register of people. */
export function peopleRoutes(serve: Serve, context: RouteContext): void {
  const { hub, sessions, log, signedOut } = context;
  const only = ROUTE_ROLES.people;

  serve(people.all, { only }, () => ok({ people: [...hub.state.people.values()] }));

  serve(people.add, { only }, async ({ body, by }) => {
    const added = await addPerson(hub, body, by);
    if (added.ok) log.info({ personId: added.value.person.id, by: by.personId }, 'person added');
    return added;
  });

  serve(people.change, { only }, async ({ params: { personId }, body: patch, by }) => {
    const changed = await changePerson(hub, sessions, personId, patch, by);
    if (!changed.ok) return changed;
    if (!changed.value.active || patch.role !== undefined) signedOut(personId);
    log.info({ personId, by: by.personId }, 'person changed');
    return ok({ person: changed.value });
  });

  serve(people.giveLink, { only }, async ({ params: { personId }, by }) => {
    const given = await giveLink(hub, sessions, personId, by);
    if (given.ok) log.info({ personId, by: by.personId }, 'link given');
    return given;
  });

  serve(people.signOut, { only }, async ({ params: { personId }, by }) => {
    const ended = await signOutEverywhere(hub, sessions, personId, by);
    if (!ended.ok) return ended;
    signedOut(personId);
    log.info({ personId, by: by.personId }, 'signed out everywhere');
    return ok({ person: ended.value });
  });
}
