import { ok } from '@motcua/domain';
import { clock } from '@motcua/protocol/http';
import { clockStateOf, confirmClock } from '../../clock/clock-state.ts';
import { ROUTE_ROLES } from '../../identity/rights.ts';
import type { Serve } from '../http/serve-route.ts';
import { EVERYONE_AT_WORK, type RouteContext } from './route-context.ts';

/** Whether the hub trusts its clock, for all staff; confirmed by those who answer for the centre. */
export function clockRoutes(serve: Serve, { hub, log }: RouteContext): void {
  serve(clock.state, { only: EVERYONE_AT_WORK }, () => ok(clockStateOf(hub)));

  serve(clock.confirm, { only: ROUTE_ROLES.maintenance }, async ({ by }) => {
    const confirmed = await confirmClock(hub, by);
    if (!confirmed.ok) return confirmed;
    log.warn({ personId: by.personId, today: hub.state.today }, 'the clock was confirmed');
    return ok(clockStateOf(hub));
  });
}
