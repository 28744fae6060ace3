import type { Instant } from '@motcua/domain';
import type { Seq } from '@motcua/protocol';
import type { Db } from '../database/database.ts';

/** A receiver of events; `body` is JSON, `cursor` the last change of the journal that it was told. */
export interface StoredWebhook {
  readonly id: string;
  readonly body: string;
  readonly secret: string;
  readonly cursor: Seq;
}

/** One event for one webhook. `answer`: a status, or why there was none; null: not tried yet. */
export interface StoredDelivery {
  readonly webhookId: string;
  readonly id: string;
  readonly body: string;
  readonly state: 'waiting' | 'delivered' | 'failed';
  readonly attempts: number;
  readonly madeAt: Instant;
  readonly nextAt: Instant;
  readonly answer: string | null;
}

/** Webhooks, and what is to be delivered to them: it outlives a restart. */
export class WebhookRepository {
  readonly #sql;
  readonly #queue;

  constructor(db: Db) {
    const columns = `webhook_id AS webhookId, id, body, state, attempts, made_at AS madeAt,
      next_at AS nextAt, answer`;
    this.#sql = {
      add: db.prepare<[string, string, string, Seq]>(
        'INSERT INTO webhook (id, body, secret, cursor) VALUES (?, ?, ?, ?)',
      ),
      all: db.prepare<[], StoredWebhook>('SELECT id, body, secret, cursor FROM webhook'),
      remove: db.prepare<[string]>('DELETE FROM webhook WHERE id = ?'),
      removeDeliveries: db.prepare<[string]>('DELETE FROM webhook_delivery WHERE webhook_id = ?'),
      move: db.prepare<[Seq, string]>('UPDATE webhook SET cursor = ? WHERE id = ?'),
      deliver: db.prepare<[string, string, string, Instant, Instant]>(
        `INSERT INTO webhook_delivery (webhook_id, id, body, state, attempts, made_at, next_at)
         VALUES (?, ?, ?, 'waiting', 0, ?, ?) ON CONFLICT DO NOTHING`,
      ),
      due: db.prepare<[Instant, number], StoredDelivery>(
        `SELECT ${columns} FROM webhook_delivery WHERE state = 'waiting' AND next_at <= ?
         ORDER BY next_at LIMIT ?`,
      ),
      attempted: db.prepare<[string, Instant, string, string, string]>(
        `UPDATE webhook_delivery SET state = ?, attempts = attempts + 1, next_at = ?, answer = ?
         WHERE webhook_id = ? AND id = ?`,
      ),
      again: db.prepare<[Instant, string, string]>(
        `UPDATE webhook_delivery SET state = 'waiting', attempts = 0, next_at = ?
         WHERE webhook_id = ? AND id = ?`,
      ),
      latest: db.prepare<[number], StoredDelivery>(
        `SELECT ${columns} FROM webhook_delivery ORDER BY made_at DESC, id DESC LIMIT ?`,
      ),
      forget: db.prepare<[Instant]>('DELETE FROM webhook_delivery WHERE made_at < ?'),
    };
    this.#queue = db.transaction(
      (
        webhookId: string,
        cursor: Seq,
        events: readonly { id: string; body: string }[],
        at: Instant,
      ) => {
        for (const { id, body } of events) this.#sql.deliver.run(webhookId, id, body, at, at);
        this.#sql.move.run(cursor, webhookId);
      },
    );
  }

  add({ id, body, secret, cursor }: StoredWebhook): void {
    this.#sql.add.run(id, body, secret, cursor);
  }

  all(): readonly StoredWebhook[] {
    return this.#sql.all.all();
  }

  /** With what was to be delivered; false: there is none. */
  remove(id: string): boolean {
    this.#sql.removeDeliveries.run(id);
    return this.#sql.remove.run(id).changes > 0;
  }

  /** Events to deliver, and how far the webhook was told of the journal; an id that is known does nothing. */
  queue(
    { id, cursor }: Pick<StoredWebhook, 'id' | 'cursor'>,
    events: readonly { readonly id: string; readonly body: string }[],
    at: Instant,
  ): void {
    this.#queue(id, cursor, [...events], at);
  }

  due(at: Instant, most: number): readonly StoredDelivery[] {
    return this.#sql.due.all(at, most);
  }

  /** After an attempt; `nextAt` counts while it is waiting. */
  setAttempted({
    webhookId,
    id,
    state,
    nextAt,
    answer,
  }: Pick<StoredDelivery, 'webhookId' | 'id' | 'state' | 'nextAt'> & {
    readonly answer: string;
  }): void {
    this.#sql.attempted.run(state, nextAt, answer, webhookId, id);
  }

  /** Tries it anew; false: there is none. */
  sendAgain(webhookId: string, id: string, at: Instant): boolean {
    return this.#sql.again.run(at, webhookId, id).changes > 0;
  }

  /** Newest first. */
  latest(most: number): readonly StoredDelivery[] {
    return this.#sql.latest.all(most);
  }

  forgetBefore(at: Instant): void {
    this.#sql.forget.run(at);
  }
}
