import { ok } from '@motcua/domain';
import { devices } from '@motcua/protocol/http';
import { addDevice, pairedDevices, revokeDevice } from '../../identity/devices.ts';
import { ROUTE_ROLES } from '../../identity/rights.ts';
import type { Serve } from '../http/serve-route.ts';
import type { RouteContext } from './route-context.ts';

export function deviceRoutes(serve: Serve, { hub, log }: RouteContext): void {
  const only = ROUTE_ROLES.devices;

  serve(devices.all, { only }, () => ok({ devices: pairedDevices(hub) }));

  serve(devices.add, { only }, async ({ body, by }) => {
    const added = await addDevice(hub, body, by);
    if (added.ok)
      log.info({ deviceId: added.value.device.id, personId: by.personId }, 'device added');
    return added;
  });

  serve(devices.revoke, { only }, async ({ params, by }) => {
    const revoked = await revokeDevice(hub, params.deviceId, by);
    if (!revoked.ok) return revoked;
    log.info({ deviceId: revoked.value.id, personId: by.personId }, 'device revoked');
    return ok({ device: revoked.value });
  });
}
