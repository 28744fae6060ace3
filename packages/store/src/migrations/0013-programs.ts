import type { Migration } from './migration.ts';

/**
 * Other programs: how often each API key was used, webhooks, and what is still to be delivered to them. A webhook's
 * secret signs and so cannot be a hash. `cursor` is the last change of the journal that it was told.
 */
export const programs: Migration = {
  version: 13,
  up: `
    CREATE TABLE key_use (
      device_id TEXT    NOT NULL,
      day       TEXT    NOT NULL,
      requests  INTEGER NOT NULL,
      refused   INTEGER NOT NULL,
      last_at   INTEGER NOT NULL,
      recorded  INTEGER NOT NULL DEFAULT 0,
      PRIMARY KEY (device_id, day)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE webhook (
      id     TEXT    PRIMARY KEY NOT NULL,
      body   TEXT    NOT NULL,
      secret TEXT    NOT NULL,
      cursor INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE webhook_delivery (
      webhook_id TEXT    NOT NULL,
      id         TEXT    NOT NULL,
      body       TEXT    NOT NULL,
      state      TEXT    NOT NULL CHECK (state IN ('waiting', 'delivered', 'failed')),
      attempts   INTEGER NOT NULL,
      made_at    INTEGER NOT NULL,
      next_at    INTEGER NOT NULL,
      answer     TEXT,
      PRIMARY KEY (webhook_id, id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX webhook_delivery_due ON webhook_delivery (next_at) WHERE state = 'waiting';
  `,
};
