import { randomBytes, randomUUID } from 'node:crypto';
import { ok, refuse } from '@motcua/domain';
import { webhookBody, webhooks } from '@motcua/protocol/http';
import { z } from 'zod';
import { ROUTE_ROLES } from '../../identity/rights.ts';
import { recordAccess } from '../../operations/record-access.ts';
import { resolveAddress } from '../../webhooks/check-address.ts';
import type { Serve } from '../http/serve-route.ts';
import type { RouteContext } from './route-context.ts';

const DELIVERIES_SHOWN = 100;
const typed = z.object({ type: z.string() });

export function webhookRoutes(serve: Serve, { hub }: RouteContext): void {
  const only = ROUTE_ROLES.programs;
  const stored = hub.store.webhooks;

  serve(webhooks.all, { only }, () =>
    ok({
      webhooks: stored
        .all()
        .map(({ id, body }) => ({ id, ...webhookBody.parse(JSON.parse(body)) })),
      deliveries: stored.latest(DELIVERIES_SHOWN).map(({ body, ...delivery }) => ({
        ...delivery,
        type: typed.parse(JSON.parse(body)).type,
      })),
    }),
  );

  serve(webhooks.add, { only }, async ({ body: wanted, by }) => {
    const target = await resolveAddress(wanted.url, wanted.allowLocal);
    if (!target.ok) return target;
    const body = { ...wanted, createdAt: hub.now() };
    const secret = `whsec_${randomBytes(32).toString('base64')}`;
    const id = `webhook-${randomUUID()}`;
    const cursor = hub.store.journal.lastSeq();
    stored.add({ id, body: JSON.stringify(body), secret, cursor });
    await recordAccess(hub, 'webhook-added', target.value.url.host, by);
    return ok({ webhook: { id, ...body }, secret });
  });

  serve(webhooks.remove, { only }, async ({ params: { webhookId }, by }) => {
    if (!stored.remove(webhookId)) return refuse('webhook-not-found');
    await recordAccess(hub, 'webhook-removed', webhookId, by);
    return ok({});
  });

  serve(webhooks.sendAgain, { only }, ({ params: { webhookId, deliveryId } }) =>
    stored.sendAgain(webhookId, deliveryId, hub.now()) ? ok({}) : refuse('webhook-not-found'),
  );
}
