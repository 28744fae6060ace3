import type { DeviceId, Instant, PersonId } from '@motcua/domain';
import type { By, Fact, FactType, Seq } from '@motcua/protocol';
import type { Db } from './database.ts';
import { readFact } from './older-facts.ts';

/** What is looked for; what is left out is not asked. Times in milliseconds since 1970, UTC. */
export interface JournalSearch {
  readonly from: Instant;
  /** Exclusive. */
  readonly to: Instant;
  readonly personId?: PersonId | undefined;
  readonly deviceId?: DeviceId | undefined;
  /** As it stands on the slip. */
  readonly number?: string | undefined;
  readonly types?: readonly FactType[] | undefined;
  /** Nothing before this one is looked at: times have no index, and a clock may have been set back. */
  readonly since?: Seq | undefined;
  /** Only older ones, for the next page. */
  readonly before?: Seq | undefined;
  /** At most so many, newest first. */
  readonly limit: number;
}

/** A row of the journal for whoever answers for it: also from where, and the hash that seals it. */
export interface JournalRecord {
  readonly seq: Seq;
  readonly at: Instant;
  readonly by: By;
  readonly address: string | null;
  readonly fact: Fact;
  readonly hash: string;
}

interface Row {
  readonly seq: Seq;
  readonly at: Instant;
  readonly by: string;
  readonly address: string | null;
  readonly fact: string;
  readonly hash: string | null;
}

/** That a kiosk told of a number which it had given by itself. */
export interface ToldAlone {
  readonly deviceId: DeviceId;
  readonly arrivedAt: Instant;
  /** When it was told. */
  readonly at: Instant;
}

/** Looks through the journal, newest first. What was told in confidence is not shown. */
export class JournalRecords {
  readonly #find;
  readonly #issuedAlone;

  constructor(db: Db) {
    this.#find = db.prepare<[Record<string, string | number | null>], Row>(`
      SELECT seq, at, by, address, fact, hash FROM journal
      WHERE seq >= :since AND seq < :before AND fact <> '' AND at >= :from AND at < :to
        AND (:personId IS NULL OR by ->> '$.personId' = :personId)
        AND (:deviceId IS NULL OR by ->> '$.deviceId' = :deviceId)
        AND (:number IS NULL OR :number IN (
          fact ->> '$.visit.ticket.number', fact ->> '$.printJob.number', fact ->> '$.announcement.number'))
        AND (:types IS NULL OR fact ->> '$.type' IN (SELECT value FROM json_each(:types)))
      ORDER BY seq DESC LIMIT :limit`);
    this.#issuedAlone = db.prepare<[Seq], ToldAlone>(`
      SELECT at, by ->> '$.deviceId' AS deviceId, fact ->> '$.visit.arrivedAt' AS arrivedAt FROM journal
      WHERE seq >= ? AND fact <> '' AND fact ->> '$.type' = 'ticket-issued'
        AND fact ->> '$.peopleAhead' IS NULL AND by ->> '$.deviceId' IS NOT NULL
      ORDER BY seq`);
  }

  find({ from, to, personId, deviceId, number, types, since, before, limit }: JournalSearch) {
    const wanted = {
      ...{ from, to, limit, since: since ?? 1, before: before ?? Number.MAX_SAFE_INTEGER },
      ...{ personId: personId ?? null, deviceId: deviceId ?? null, number: number ?? null },
      types: types === undefined ? null : JSON.stringify(types),
    };
    return this.#find.all(wanted).map(toRecord);
  }

  /** Oldest first, from a position on. */
  issuedAlone(since: Seq): readonly ToldAlone[] {
    return this.#issuedAlone.all(since);
  }
}

function toRecord({ by, fact, hash, ...row }: Row): JournalRecord {
  return {
    ...row,
    by: JSON.parse(by) as By,
    fact: readFact(fact),
    hash: hash ?? '',
  };
}
