import { statfsSync } from 'node:fs';
import { ok } from '@motcua/domain';
import { devices } from '@motcua/protocol/http';
import { ROUTE_ROLES } from '../../identity/rights.ts';
import type { Serve } from '../http/serve-route.ts';
import type { RouteContext } from './route-context.ts';

export function vitalsRoutes(serve: Serve, { hub, config, services }: RouteContext): void {
  const startedAt = hub.now();
  serve(devices.vitals, { only: ROUTE_ROLES.maintenance }, () =>
    ok({
      at: hub.now(),
      startedAt,
      hubFreeBytes: config.dataDir === ':memory:' ? null : freeBytesOf(config.dataDir),
      devices: services.vitals.all(),
      alone: services.offlinePeriods.all(),
    }),
  );
}

function freeBytesOf(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}
