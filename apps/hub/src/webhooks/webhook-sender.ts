import { randomInt } from 'node:crypto';
import { type Instant, retryDelayMs } from '@motcua/domain';
import { eventOf, type WebhookEvent } from '@motcua/protocol';
import { webhookBody } from '@motcua/protocol/http';
import type { StoredDelivery } from '@motcua/store';
import type { Hub } from '../engine/hub.ts';
import type { Log } from '../operations/log.ts';
import { postEvent } from './post-event.ts';

/** Tells webhooks what happens: in its own time, never in the way of a command. */
export interface WebhookSender {
  /** An event that is not a change of the journal; the same `id` is sent once. */
  readonly send: (id: string, event: WebhookEvent) => void;
  /** Whether any webhook is to be sent such events. */
  readonly isWanted: (type: WebhookEvent['type']) => boolean;
  /** Called periodically: reads what is new in the journal, and sends what is due. */
  readonly tick: () => void;
  /** Resolves when nothing is being sent. */
  readonly idle: () => Promise<void>;
  readonly stop: () => void;
}

const CHANGES_AT_ONCE = 500;
const SENT_AT_ONCE = 4;
const KEPT_MS = 7 * 24 * 3_600_000;
const RANDOM_STEPS = 2 ** 32;

/**
 * Each webhook has a cursor in the journal, so that nothing is lost or sent twice over a restart, and an event's id is
 * its place there: a receiver that got it twice can tell.
 */
export function createWebhookSender(hub: Hub, log: Log): WebhookSender {
  const { webhooks, journal, history } = hub.store;
  const sending = new Map<string, Promise<void>>();
  let stopped = false;

  const toBody = ({ type, data }: WebhookEvent, at: Instant) =>
    JSON.stringify({ type, timestamp: new Date(at).toISOString(), data });

  function readJournal(): void {
    const last = journal.lastSeq();
    const { database } = history.read();
    for (const { id, body, cursor } of webhooks.all()) {
      if (cursor >= last) continue;
      const { events } = webhookBody.parse(JSON.parse(body));
      const to = Math.min(last, cursor + CHANGES_AT_ONCE);
      const deliveries = journal.between(cursor, to).flatMap((change) => {
        const event = eventOf(change);
        if (event === null || !events.includes(event.type)) return [];
        return { id: `evt_${database.slice(0, 12)}_${change.seq}`, body: toBody(event, change.at) };
      });
      webhooks.queue({ id, cursor: to }, deliveries, hub.now());
    }
  }

  async function deliver({ webhookId, id, body, attempts }: StoredDelivery): Promise<void> {
    const webhook = webhooks.all().find((each) => each.id === webhookId);
    if (webhook === undefined) return;
    const message = { id, body, at: hub.now(), secret: webhook.secret };
    const answer = await postEvent(webhookBody.parse(JSON.parse(webhook.body)), message);
    if (stopped) return;
    const isDone = /^2\d\d$/.test(answer);
    const delay = isDone
      ? null
      : retryDelayMs(attempts + 1, randomInt(RANDOM_STEPS) / RANDOM_STEPS);
    const failed = delay === null ? 'failed' : 'waiting';
    const nextAt = (hub.now() + (delay ?? 0)) as Instant;
    webhooks.setAttempted({
      ...{ webhookId, id, nextAt, answer },
      state: isDone ? 'delivered' : failed,
    });
    if (!isDone)
      log.warn({ webhookId, id, answer, attempts: attempts + 1 }, 'webhook not delivered');
  }

  function sendDue(): void {
    for (const due of webhooks.due(hub.now(), 2 * SENT_AT_ONCE)) {
      const key = `${due.webhookId} ${due.id}`;
      if (sending.has(key) || sending.size >= SENT_AT_ONCE) continue;
      const sent = deliver(due)
        .catch((cause: unknown) => log.error({ err: cause }, 'a webhook could not be sent'))
        .finally(() => sending.delete(key));
      sending.set(key, sent);
    }
  }

  const wants = ({ body }: { readonly body: string }, type: WebhookEvent['type']) =>
    webhookBody.parse(JSON.parse(body)).events.includes(type);

  return {
    isWanted: (type) => webhooks.all().some((webhook) => wants(webhook, type)),
    send(eventId, event) {
      for (const webhook of webhooks.all())
        if (wants(webhook, event.type))
          webhooks.queue(webhook, [{ id: eventId, body: toBody(event, hub.now()) }], hub.now());
    },
    tick() {
      if (stopped) return;
      readJournal();
      sendDue();
      webhooks.forgetBefore((hub.now() - KEPT_MS) as Instant);
    },
    idle: async () => void (await Promise.all(sending.values())),
    stop() {
      // What is under way is sent again after the start, with the same id.
      stopped = true;
    },
  };
}
