import type { DeviceId, Instant, PersonId } from '@motcua/domain';
import type { Db } from '../database/database.ts';

/** One secret for each person (a slow hash) and each device (a hash that can be looked up). Never the secret itself. */
export class SecretRepository {
  readonly #sql;

  constructor(db: Db) {
    this.#sql = {
      put: db.prepare<[string, string, string, Instant]>(
        `INSERT INTO secret (owner_id, kind, hash, created_at) VALUES (?, ?, ?, ?)
         ON CONFLICT (owner_id) DO UPDATE
         SET kind = excluded.kind, hash = excluded.hash, created_at = excluded.created_at`,
      ),
      password: db.prepare<[string], { hash: string }>(
        `SELECT hash FROM secret WHERE owner_id = ? AND kind = 'password'`,
      ),
      owner: db.prepare<[string], { id: DeviceId }>(
        `SELECT owner_id AS id FROM secret WHERE hash = ? AND kind = 'device-token'`,
      ),
      remove: db.prepare<[string]>('DELETE FROM secret WHERE owner_id = ?'),
    };
  }

  /** Replaces the person's password hash. */
  setPassword(owner: PersonId, hash: string, at: Instant): void {
    this.#sql.put.run(owner, 'password', hash, at);
  }

  /** Null for a person who has no password yet. */
  passwordOf(owner: PersonId): string | null {
    return this.#sql.password.get(owner)?.hash ?? null;
  }

  /** Replaces the hash of the device's token; the old token is invalid from then on. */
  setDeviceToken(owner: DeviceId, hash: string, at: Instant): void {
    this.#sql.put.run(owner, 'device-token', hash, at);
  }

  deviceOfToken(hash: string): DeviceId | null {
    return this.#sql.owner.get(hash)?.id ?? null;
  }

  remove(owner: PersonId | DeviceId): void {
    this.#sql.remove.run(owner);
  }
}
