import { alarmTypeIn, ok, type PersonId, refuse } from '@motcua/domain';
import { alarms } from '@motcua/protocol/http';
import { ROUTE_ROLES } from '../../identity/rights.ts';
import { recordAccess } from '../../operations/record-access.ts';
import type { Serve } from '../http/serve-route.ts';
import type { RouteContext } from './route-context.ts';

/** The alarms that a person has acknowledged. The journal is their only store, and a day has few of them. */
export function alarmRoutes(serve: Serve, { hub }: RouteContext): void {
  const only = ROUTE_ROLES.maintenance;
  const ofToday = (personId: PersonId | null) => {
    const { journal } = hub.store;
    const first = journal.firstSeqOf(hub.state.today) ?? 1;
    return new Set(
      journal
        .notedSince(first, 'alarm-acknowledged')
        .flatMap(({ by, subject }) => (by.personId === personId ? (subject ?? []) : [])),
    );
  };

  serve(alarms.acknowledged, { only }, ({ by }) => ok({ alarmIds: [...ofToday(by.personId)] }));

  serve(alarms.acknowledge, { only }, async ({ body, by }) => {
    const unknown = body.alarmIds.find((id) => alarmTypeIn(id) === null);
    if (unknown !== undefined) return refuse('malformed', { at: 'alarmIds' });
    const known = ofToday(by.personId);
    for (const id of body.alarmIds) {
      if (known.has(id)) continue;
      known.add(id);
      await recordAccess(hub, 'alarm-acknowledged', id, by);
    }
    return ok({ alarmIds: [...known] });
  });
}
