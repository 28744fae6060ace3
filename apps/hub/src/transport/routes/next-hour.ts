import { ok } from '@motcua/domain';
import { forecast } from '@motcua/protocol/http';
import { ROUTE_ROLES } from '../../identity/rights.ts';
import type { Serve } from '../http/serve-route.ts';
import type { RouteContext } from './route-context.ts';

/** What the hub expects of the next hour, for those who can open a counter. */
export function nextHourRoutes(serve: Serve, { hub }: RouteContext): void {
  serve(forecast.nextHour, { only: ROUTE_ROLES.maintenance }, () =>
    ok({ nextHour: hub.estimates.nextHour(), suggested: hub.estimates.suggested() }),
  );
}
