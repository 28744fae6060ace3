import type { Instant, PersonId } from '@motcua/domain';
import type { Db } from '../database/database.ts';

/** How a session was opened. */
export type SignInWay = 'password' | 'link' | 'pin';

export interface StoredSession {
  readonly personId: PersonId;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
  readonly way: SignInWay;
}

/** Sessions, and links that sign in once; both by the hash of their token. */
export class SessionRepository {
  readonly #sql;

  constructor(db: Db) {
    this.#sql = {
      open: db.prepare<[string, string, Instant, Instant, SignInWay]>(
        'INSERT INTO session (token_hash, person_id, created_at, expires_at, way) VALUES (?, ?, ?, ?, ?)',
      ),
      find: db.prepare<[string, Instant], StoredSession>(
        `SELECT person_id AS personId, created_at AS createdAt, expires_at AS expiresAt, way
         FROM session WHERE token_hash = ? AND expires_at > ?`,
      ),
      extend: db.prepare<[Instant, string]>(
        'UPDATE session SET expires_at = ? WHERE token_hash = ?',
      ),
      settle: db.prepare<[string]>("UPDATE session SET way = 'password' WHERE token_hash = ?"),
      close: db.prepare<[string]>('DELETE FROM session WHERE token_hash = ?'),
      closeAllOf: db.prepare<[string, string]>(
        'DELETE FROM session WHERE person_id = ? AND token_hash <> ?',
      ),
      addLink: db.prepare<[string, string, Instant]>(
        'INSERT INTO sign_in_link (token_hash, person_id, expires_at) VALUES (?, ?, ?)',
      ),
      takeLink: db.prepare<[string], { personId: PersonId; expiresAt: Instant }>(
        `DELETE FROM sign_in_link WHERE token_hash = ?
         RETURNING person_id AS personId, expires_at AS expiresAt`,
      ),
      removeLinksOf: db.prepare<[string]>('DELETE FROM sign_in_link WHERE person_id = ?'),
      purgeSessions: db.prepare<[Instant]>('DELETE FROM session WHERE expires_at <= ?'),
      purgeLinks: db.prepare<[Instant]>('DELETE FROM sign_in_link WHERE expires_at <= ?'),
    };
  }

  open(tokenHash: string, { personId, createdAt, expiresAt, way }: StoredSession): void {
    this.#sql.open.run(tokenHash, personId, createdAt, expiresAt, way);
  }

  /** Null when there is none, or it has expired at `at`. */
  find(tokenHash: string, at: Instant): StoredSession | null {
    return this.#sql.find.get(tokenHash, at) ?? null;
  }

  extend(tokenHash: string, expiresAt: Instant): void {
    this.#sql.extend.run(expiresAt, tokenHash);
  }

  /** A person who signed in by a link has a password now. */
  settle(tokenHash: string): void {
    this.#sql.settle.run(tokenHash);
  }

  close(tokenHash: string): void {
    this.#sql.close.run(tokenHash);
  }

  /** Closes every session of a person but `keptHash`. */
  closeAllOf(personId: PersonId, keptHash: string | null = null): void {
    this.#sql.closeAllOf.run(personId, keptHash ?? '');
  }

  addLink(tokenHash: string, personId: PersonId, expiresAt: Instant): void {
    this.#sql.addLink.run(tokenHash, personId, expiresAt);
  }

  /** The owner of the link; it is gone afterwards, so a second call gets null, as does one that comes too late. */
  takeLink(tokenHash: string, at: Instant): PersonId | null {
    const link = this.#sql.takeLink.get(tokenHash);
    return link === undefined || link.expiresAt <= at ? null : link.personId;
  }

  removeLinksOf(personId: PersonId): void {
    this.#sql.removeLinksOf.run(personId);
  }

  /** Deletes what has expired at `at`. */
  purge(at: Instant): void {
    this.#sql.purgeSessions.run(at);
    this.#sql.purgeLinks.run(at);
  }
}
