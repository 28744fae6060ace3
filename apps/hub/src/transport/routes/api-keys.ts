import { ok } from '@motcua/domain';
import { apiKeys } from '@motcua/protocol/http';
import { createKey, listKeys, revokeKey } from '../../identity/api-keys.ts';
import { ROUTE_ROLES } from '../../identity/rights.ts';
import type { Serve } from '../http/serve-route.ts';
import type { RouteContext } from './route-context.ts';

export function apiKeyRoutes(serve: Serve, { hub, log, services }: RouteContext): void {
  const only = ROUTE_ROLES.programs;

  serve(apiKeys.all, { only }, () => ok({ keys: listKeys(hub, services.keyUses) }));

  serve(apiKeys.create, { only }, async ({ body, by }) => {
    const created = await createKey(hub, body, by);
    if (created.ok)
      log.info({ deviceId: created.value.key.id, personId: by.personId }, 'API key created');
    return created;
  });

  serve(apiKeys.revoke, { only }, async ({ params: { keyId }, by }) => {
    const revoked = await revokeKey(hub, keyId, by);
    if (revoked.ok) log.info({ deviceId: keyId, personId: by.personId }, 'API key revoked');
    return revoked;
  });
}
