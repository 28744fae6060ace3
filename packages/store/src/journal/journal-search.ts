import type { DeviceId, Instant, PersonId } from '@motcua/domain';
import type { By, Fact, FactType, Seq } from '@motcua/protocol';
import type { Db } from '../database/database.ts';
import { readFact } from './older-facts.ts';

/** The search; what is absent does not restrict. Times in milliseconds since 1970, UTC. */
export interface JournalSearch {
  readonly from: Instant;
  /** Exclusive. */
  readonly to: Instant;
  readonly personId?: PersonId | undefined;
  readonly deviceId?: DeviceId | undefined;
  /** As it stands on the slip. */
  readonly number?: string | undefined;
  readonly types?: readonly FactType[] | undefined;
  /** No earlier row is read: times have no index, and a clock may have been set back. */
  readonly since?: Seq | undefined;
  /** Only older ones: for the next page. */
  readonly before?: Seq | undefined;
}

/** A row of the journal for those who answer for the centre: also from which computer, and its hash. */
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

/** A report of a kiosk about a number that it had given by itself. */
export interface IssuedOffline {
  readonly deviceId: DeviceId;
  readonly number: string;
  readonly arrivedAt: Instant;
  /** When it was reported. */
  readonly at: Instant;
}

/**
 * One statement reads so many positions of the journal: a longer one would keep SQLite from shortening its log while
 * an export is downloaded slowly.
 */
const SEQS_A_READ = 5_000;

/** Searches the journal, without what is confidential. */
export class JournalRecords {
  readonly #find;
  readonly #each;
  readonly #bounds;
  readonly #issuedOffline;

  constructor(db: Db) {
    const found = `
      SELECT seq, at, by, address, fact, hash FROM journal
      WHERE seq >= :since AND seq < :before AND fact <> '' AND at >= :from AND at < :to
        AND (:personId IS NULL OR by ->> '$.personId' = :personId)
        AND (:deviceId IS NULL OR by ->> '$.deviceId' = :deviceId)
        AND (:number IS NULL OR :number IN (
          fact ->> '$.visit.ticket.number', fact ->> '$.printJob.number', fact ->> '$.announcement.number', fact ->> '$.number'))
        AND (:types IS NULL OR fact ->> '$.type' IN (SELECT value FROM json_each(:types)))`;
    this.#find = db.prepare<[Parameters], Row>(`${found} ORDER BY seq DESC LIMIT :limit`);
    this.#each = db.prepare<[Parameters], Row>(`${found} ORDER BY seq`);
    this.#bounds = db.prepare<[], { first: Seq | null; last: Seq | null }>(
      'SELECT min(seq) AS first, max(seq) AS last FROM journal',
    );
    this.#issuedOffline = db.prepare<[Seq], IssuedOffline>(`
      SELECT at, by ->> '$.deviceId' AS deviceId, fact ->> '$.visit.arrivedAt' AS arrivedAt,
        fact ->> '$.visit.ticket.number' AS number FROM journal
      WHERE seq >= ? AND fact <> '' AND fact ->> '$.type' = 'ticket-issued'
        AND fact ->> '$.peopleAhead' IS NULL AND by ->> '$.deviceId' IS NOT NULL
      ORDER BY seq`);
  }

  /** At most `limit`, newest first. */
  find({ limit, ...search }: JournalSearch & { readonly limit: number }): readonly JournalRecord[] {
    return this.#find.all({ ...parametersOf(search), limit }).map(toRecord);
  }

  /** All of them, oldest first, one at a time; those that are written meanwhile are not among them. */
  *each(search: JournalSearch): Generator<JournalRecord> {
    const { first, last } = this.#bounds.get() ?? { first: null, last: null };
    const parameters = parametersOf(search);
    const end = Math.min(parameters.before, (last ?? 0) + 1);
    for (let since = Math.max(parameters.since, first ?? 1); since < end; since += SEQS_A_READ) {
      const before = Math.min(since + SEQS_A_READ, end);
      for (const row of this.#each.all({ ...parameters, since, before })) yield toRecord(row);
    }
  }

  /** Oldest first, from a position on. */
  issuedOffline(since: Seq): readonly IssuedOffline[] {
    return this.#issuedOffline.all(since);
  }
}

interface Parameters {
  readonly [name: string]: string | number | null;
  readonly since: Seq;
  readonly before: Seq;
}

function parametersOf(search: JournalSearch): Parameters {
  const { from, to, personId, deviceId, number, types, since, before } = search;
  return {
    ...{ from, to, since: since ?? 1, before: before ?? Number.MAX_SAFE_INTEGER },
    ...{ personId: personId ?? null, deviceId: deviceId ?? null, number: number ?? null },
    types: types === undefined ? null : JSON.stringify(types),
  };
}

function toRecord({ by, fact, hash, ...row }: Row): JournalRecord {
  return {
    ...row,
    by: JSON.parse(by) as By,
    fact: readFact(fact),
    hash: hash ?? '',
  };
}
