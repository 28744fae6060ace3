import type { Instant, LocalDate, PersonId } from '@motcua/domain';
import type { Db } from '../database/database.ts';

/** A browser where a person signed in by password or link. */
export interface KnownPlace {
  readonly personId: PersonId;
  readonly day: LocalDate;
}

/** PINs for the quick change of clerk, and the browsers (places) where one is accepted; only hashes of both. */
export class PinRepository {
  readonly #sql;

  constructor(db: Db) {
    this.#sql = {
      put: db.prepare<[string, string, Instant]>(
        `INSERT INTO pin (person_id, hash, failures, created_at) VALUES (?, ?, 0, ?)
         ON CONFLICT (person_id) DO UPDATE
         SET hash = excluded.hash, failures = 0, created_at = excluded.created_at`,
      ),
      owners: db.prepare<[], { id: PersonId }>('SELECT person_id AS id FROM pin'),
      has: db.prepare<[string], { id: PersonId }>(
        'SELECT person_id AS id FROM pin WHERE person_id = ?',
      ),
      take: db.prepare<[string, number], { hash: string }>(
        `UPDATE pin SET failures = failures + 1 WHERE person_id = ? AND failures < ?
         RETURNING hash`,
      ),
      forgive: db.prepare<[string]>('UPDATE pin SET failures = 0 WHERE person_id = ?'),
      remove: db.prepare<[string]>('DELETE FROM pin WHERE person_id = ?'),
      openPlace: db.prepare<[string, string, string]>(
        'INSERT INTO sign_in_place (token_hash, person_id, day) VALUES (?, ?, ?)',
      ),
      place: db.prepare<[string], KnownPlace>(
        'SELECT person_id AS personId, day FROM sign_in_place WHERE token_hash = ?',
      ),
      closePlace: db.prepare<[string]>('DELETE FROM sign_in_place WHERE token_hash = ?'),
      closePlaces: db.prepare<[string]>('DELETE FROM sign_in_place WHERE person_id = ?'),
      purgePlaces: db.prepare<[string]>('DELETE FROM sign_in_place WHERE day < ?'),
    };
  }

  /** Replaces the person's PIN; earlier failures are cleared. */
  set(owner: PersonId, hash: string, at: Instant): void {
    this.#sql.put.run(owner, hash, at);
  }

  has(owner: PersonId): boolean {
    return this.#sql.has.get(owner) !== undefined;
  }

  owners(): readonly PersonId[] {
    return this.#sql.owners.all().map(({ id }) => id);
  }

  /**
   * The hash for one attempt, which counts as a failure until it is cleared, so that parallel attempts gain nothing.
   * Null when there is no PIN or the attempts are used up.
   */
  take(owner: PersonId, triesAtMost: number): string | null {
    return this.#sql.take.get(owner, triesAtMost)?.hash ?? null;
  }

  forgive(owner: PersonId): void {
    this.#sql.forgive.run(owner);
  }

  remove(owner: PersonId): void {
    this.#sql.remove.run(owner);
  }

  /** Remembers that the person signed in there on `day`. */
  openPlace(tokenHash: string, by: PersonId, day: LocalDate): void {
    this.#sql.openPlace.run(tokenHash, by, day);
  }

  /** The person who signed in there and when; null: none, or long ago. */
  placeOf(tokenHash: string): KnownPlace | null {
    return this.#sql.place.get(tokenHash) ?? null;
  }

  closePlace(tokenHash: string): void {
    this.#sql.closePlace.run(tokenHash);
  }

  /** Deletes where people signed in before `day`. */
  forgetPlacesBefore(day: LocalDate): void {
    this.#sql.purgePlaces.run(day);
  }

  /** Deletes where the person signed in. */
  closePlacesOf(owner: PersonId): void {
    this.#sql.closePlaces.run(owner);
  }
}
