import { ok, refuse } from '@motcua/domain';
import { pairing } from '@motcua/protocol/http';
import { approvePairing } from '../../identity/devices.ts';
import { THE_HUB_ITSELF } from '../../engine/hub-command.ts';
import { ROUTE_ROLES } from '../../identity/rights.ts';
import { isOwnOrigin } from '../http/origin-check.ts';
import type { Serve } from '../http/serve-route.ts';
import type { RouteContext } from './route-context.ts';

export function pairingRoutes(serve: Serve, context: RouteContext): void {
  const { hub, config, pairings, log } = context;
  const only = ROUTE_ROLES.devices;

  // A whole room of devices on this machine may start at once in a demonstration.
  const perMinute = config.demonstration ? 1_000 : 60;
  serve(pairing.ask, { perMinute }, async ({ body, request }) => {
    const asked = pairings.ask(body, request.ip);
    if (!asked.ok) return asked;
    const { pairingId, code } = asked.value;
    // A standby gets every secret's hash: a person has to approve it.
    if (config.demonstration && body.role !== 'standby' && isOwnOrigin(request.socket)) {
      const paired = await approvePairing(hub, pairings, code, null, THE_HUB_ITSELF);
      if (!paired.ok) return paired;
      log.info({ deviceId: paired.value.id }, 'device paired by itself');
    }
    return ok({ pairingId, code });
  });

  serve(pairing.state, { perMinute: 1_200 }, ({ params }) =>
    ok(pairings.stateOf(params.pairingId)),
  );

  serve(pairing.waiting, { only }, () => ok({ pairings: pairings.waiting() }));

  serve(pairing.approve, { only }, async ({ params, body, by }) => {
    const asked = pairings.waiting().find(({ code }) => code === params.code);
    if (asked?.role === 'standby' && by.personRole !== 'administrator')
      return refuse('role-not-allowed');
    const paired = await approvePairing(hub, pairings, params.code, body?.name ?? null, by);
    if (!paired.ok) return paired;
    log.info({ deviceId: paired.value.id, personId: by.personId }, 'device paired');
    return ok({ device: paired.value });
  });

  serve(pairing.refuse, { only }, ({ params, by }) => {
    const refused = pairings.refuse(params.code);
    if (!refused.ok) return refused;
    const { role, address } = refused.value;
    log.info({ role, address, personId: by.personId }, 'pairing refused');
    return ok({});
  });
}
