import * as z from 'zod/mini';
import { WEBHOOK_EVENT_TYPES } from '../webhook-events.ts';
import type { HttpRoute } from './route.ts';
import { id, instant, list, nothing } from './values.ts';

const wanted = {
  url: z.string().check(z.maxLength(500)),
  events: list(z.enum(WEBHOOK_EVENT_TYPES)).check(z.minLength(1)),
  allowLocal: z.boolean().check(z.describe("the address may be inside the hub's own network")),
};
const newWebhook = z.object(wanted);
export type NewWebhook = z.output<typeof newWebhook>;
/** As the hub keeps it. */
export const webhookBody = z.object({ ...wanted, createdAt: instant });

const webhook = z.extend(webhookBody, { id: id<string>() });
export type Webhook = z.output<typeof webhook>;
const delivery = z.object({
  webhookId: z.string(),
  id: z.string(),
  type: z.string(),
  state: z.enum(['waiting', 'delivered', 'failed']),
  attempts: z.number(),
  madeAt: instant,
  nextAt: instant,
  answer: z.nullable(z.string()).check(z.describe('a status, or why there was none')),
});
export type Delivery = z.output<typeof delivery>;

/** The administrator's register of webhooks. */
export const webhooks = {
  all: {
    method: 'GET',
    path: '/api/webhooks',
    summary: 'All webhooks, and the newest deliveries',
    answer: z.object({ webhooks: list(webhook), deliveries: list(delivery) }),
  },
  add: {
    method: 'POST',
    path: '/api/webhooks',
    summary: 'Add a webhook; its signing secret is answered once',
    body: newWebhook,
    answer: z.object({ webhook, secret: z.string() }),
  },
  remove: {
    method: 'DELETE',
    path: '/api/webhooks/:webhookId',
    summary: 'Remove a webhook, and what waits for it',
    params: z.object({ webhookId: z.string().check(z.maxLength(100)) }),
    answer: nothing,
  },
  sendAgain: {
    method: 'POST',
    path: '/api/webhooks/:webhookId/deliveries/:deliveryId/again',
    summary: 'Send a delivery again',
    params: z.object({
      webhookId: z.string().check(z.maxLength(100)),
      deliveryId: z.string().check(z.maxLength(100)),
    }),
    answer: nothing,
  },
} as const satisfies Record<string, HttpRoute>;
