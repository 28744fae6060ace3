import {
  type VisitorNotes,
  type CommandId,
  type Instant,
  isChosenReason,
  type LocalDate,
} from '@motcua/domain';
import type { AccessEvent, By, Change, ChangeOf, Fact, FactType, Seq } from '@motcua/protocol';
import type { Db } from '../database/database.ts';
import { readFact } from './older-facts.ts';
import { CHAIN_BEGINS, chainHash, type ChainedRow, digestOf } from './journal-chain.ts';

interface JournalRow {
  readonly seq: Seq;
  readonly at: Instant;
  readonly commandId: CommandId | null;
  readonly by: string;
  readonly fact: string;
  readonly confidential: string | null;
}

export interface JournalEntry {
  readonly seq: Seq;
  readonly at: Instant;
  readonly commandId: CommandId | null;
  readonly by: By;
  readonly fact: Fact;
  /** The computer from which a person gave the command. */
  readonly address?: string | undefined;
}

/** The content of a redacted row. */
const FORGOTTEN = '';
/** Facts about single visits; the end of a day names who was left over, a day that came again its numbers. */
const OF_VISITS = [
  'ticket-issued',
  'visit-changed',
  'care-changed',
  'announcement-changed',
  'print-job-changed',
  'ticket-refused',
  'day-closed',
  'clock-confirmed',
] as const satisfies readonly FactType[];

/** The type of a fact that is rare; as in migration 14, whose index it uses. */
const RARE_TYPE = `CASE WHEN fact = '' THEN NULL
  WHEN fact ->> '$.type' IN ('setting-changed', 'setting-removed', 'person-changed', 'booking-changed', 'visits-forgotten')
  THEN fact ->> '$.type' END`;

interface HashedRow extends ChainedRow {
  readonly digest: string | null;
  readonly hash: string | null;
}

/** Append-only. Reports, catch-up after a lost connection, undo and the audit trail all read from here. */
export class Journal {
  readonly #sql;
  #last: { readonly seq: Seq; readonly hash: string } | null = null;

  constructor(db: Db) {
    const rows = `SELECT journal.seq AS seq, at, command_id AS commandId, by, fact, sealed.body AS confidential
      FROM journal LEFT JOIN sealed ON sealed.seq = journal.seq`;
    this.#sql = {
      append: db.prepare<
        [Seq, Instant, string | null, string, string, string | null, string, string]
      >(
        `INSERT INTO journal (seq, at, command_id, by, fact, address, digest, hash)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      ),
      hashOf: db.prepare<[Seq], { hash: string | null }>('SELECT hash FROM journal WHERE seq = ?'),
      withHash: db.prepare<[string]>('SELECT 1 FROM journal WHERE hash = ?'),
      chain: db.prepare<[], HashedRow>(
        `SELECT seq, at, command_id AS commandId, by, fact, address, digest, hash FROM journal
         ORDER BY seq`,
      ),
      insertConfidential: db.prepare<[Seq, string]>('INSERT INTO sealed (seq, body) VALUES (?, ?)'),
      deleteConfidential: db.prepare('DELETE FROM sealed'),
      firstAt: db.prepare<[], { at: Instant }>('SELECT at FROM journal ORDER BY seq LIMIT 1'),
      lastSeq: db.prepare<[], { seq: Seq | null }>('SELECT max(seq) AS seq FROM journal'),
      between: db.prepare<[Seq, Seq], JournalRow>(
        `${rows} WHERE journal.seq > ? AND journal.seq <= ? AND fact <> '' ORDER BY journal.seq`,
      ),
      ofTypes: db.prepare<[Seq, string], JournalRow>(
        `${rows} WHERE journal.seq <= ?
         AND ${RARE_TYPE} IN (SELECT value FROM json_each(?)) ORDER BY journal.seq`,
      ),
      noted: db.prepare<[Seq, AccessEvent], JournalRow>(
        `${rows} WHERE journal.seq >= ? AND fact <> '' AND fact ->> '$.event' = ?
         ORDER BY journal.seq`,
      ),
      commandsSince: db.prepare<[Seq], { id: CommandId; by: string; first: Seq; last: Seq }>(
        `SELECT command_id AS id, by, min(seq) AS first, max(seq) AS last FROM journal
         WHERE seq >= ? AND command_id IS NOT NULL AND fact <> '' GROUP BY command_id`,
      ),
      forgetVisits: db.prepare<[Seq, Seq]>(
        `UPDATE journal SET fact = '', by = '', address = NULL
         WHERE seq > ? AND seq <= ? AND fact <> '' AND (
           fact ->> '$.type' IN (${OF_VISITS.map((type) => `'${type}'`).join(', ')})
           OR fact ->> '$.event' = 'alarm-acknowledged')`,
      ),
      forgetBookings: db.prepare<[Seq, LocalDate]>(
        `UPDATE journal SET fact = '', by = '', address = NULL
         WHERE ${RARE_TYPE} = 'booking-changed' AND seq <= ? AND fact ->> '$.booking.day' <= ?`,
      ),
      forgottenBefore: db.prepare<[Seq], { seq: Seq | null }>(
        `SELECT max(fact ->> '$.lastSeq') AS seq FROM journal
         WHERE seq IN (SELECT seq FROM journal WHERE ${RARE_TYPE} = 'visits-forgotten'
           ORDER BY seq DESC LIMIT 2) AND fact ->> '$.lastSeq' < ?`,
      ),
      forgottenThrough: db.prepare<[], { seq: Seq | null }>(
        `SELECT max(seq) AS seq FROM journal WHERE fact = ''`,
      ),
      beginDay: db.prepare<[string, Seq]>(
        'INSERT INTO day (day, first_seq) VALUES (?, ?) ON CONFLICT (first_seq) DO NOTHING',
      ),
      firstOfDay: db.prepare<[string], { seq: Seq }>(
        'SELECT first_seq AS seq FROM day WHERE day = ? ORDER BY first_seq DESC LIMIT 1',
      ),
      ranges: db.prepare<[string], { first: Seq; next: Seq | null }>(
        `SELECT first_seq AS first,
           (SELECT min(first_seq) FROM day AS later WHERE later.first_seq > day.first_seq) AS next
         FROM day WHERE day = ? ORDER BY first_seq`,
      ),
      firstAfterDay: db.prepare<[string], { seq: Seq | null }>(
        `SELECT min(first_seq) AS seq FROM day
         WHERE first_seq > (SELECT coalesce(max(first_seq), 0) FROM day WHERE day <= ?)`,
      ),
      firstOfDayBefore: db.prepare<[string], { seq: Seq | null }>(
        `SELECT max(first_seq) AS seq FROM day
         WHERE first_seq < (SELECT min(first_seq) FROM day WHERE day >= ?)`,
      ),
      reportedLater: db.prepare<[string, Seq], JournalRow>(
        `${rows} WHERE journal.seq IN (SELECT seq FROM visit WHERE day = ? AND seq >= ?)
         AND fact <> '' AND fact ->> '$.type' = 'ticket-issued' ORDER BY journal.seq`,
      ),
      dayBefore: db.prepare<[string], { day: LocalDate }>(
        'SELECT day FROM day WHERE day < ? ORDER BY day DESC LIMIT 1',
      ),
      latestDays: db.prepare<[number], { day: LocalDate; seq: Seq }>(
        'SELECT day, first_seq AS seq FROM day ORDER BY first_seq DESC LIMIT ?',
      ),
      lastAt: db.prepare<[], { at: Instant }>('SELECT at FROM journal ORDER BY seq DESC LIMIT 1'),
      forgotten: db.prepare<[], { seq: Seq }>(
        `SELECT fact ->> '$.lastSeq' AS seq FROM journal
         WHERE seq = (SELECT max(seq) FROM journal WHERE ${RARE_TYPE} = 'visits-forgotten')`,
      ),
    };
  }

  /** Writes one fact; the caller counts `seq` and holds the transaction. Confidential parts can be deleted later. */
  append({ seq, at, commandId, by, fact, ...from }: JournalEntry): void {
    const address = from.address ?? null;
    const { open, confidential } = splitConfidential(fact, by);
    const row = {
      ...{ seq, at, commandId, address },
      by: JSON.stringify(open.by),
      fact: JSON.stringify(open.fact),
    };
    const digest = digestOf(row);
    const hash = chainHash(this.#hashBefore(seq), row, digest);
    this.#sql.append.run(seq, at, commandId, row.by, row.fact, address, digest, hash);
    this.#last = { seq, hash };
    if (confidential !== null) this.#sql.insertConfidential.run(seq, JSON.stringify(confidential));
  }

  /** Of the row before; the one written last is cached, unless its transaction was rolled back. */
  #hashBefore(seq: Seq): string {
    return this.hashOfWritten(seq - 1) ?? CHAIN_BEGINS;
  }

  /** The hash that covers that change and all before it; null: there is no such change. */
  hashOf(seq: Seq): string | null {
    return this.#sql.hashOf.get(seq)?.hash ?? null;
  }

  /** The same for a change that was just committed, mostly without reading the file. */
  hashOfWritten(seq: Seq): string | null {
    return this.#last?.seq === seq ? this.#last.hash : this.hashOf(seq);
  }

  /** The hash of the newest change, which proves later whether anything before was altered. */
  headHash(): string {
    return this.hashOf(this.lastSeq()) ?? CHAIN_BEGINS;
  }

  /** Whether that hash, known from before, still belongs to one of the changes. */
  hasHash(hash: string): boolean {
    return this.#sql.withHash.get(hash) !== undefined;
  }

  /** The positions at which the chain is broken: a row was altered, removed or inserted. */
  *brokenLinks(): Generator<Seq> {
    let before = CHAIN_BEGINS;
    for (const row of this.#sql.chain.iterate()) {
      const digest = row.fact === FORGOTTEN ? (row.digest ?? '') : digestOf(row);
      if (row.digest !== digest || row.hash !== chainHash(before, row, digest)) yield row.seq;
      before = row.hash ?? CHAIN_BEGINS;
    }
  }

  /**
   * Redacts single visits up to and including `seq`, and bookings for days up to and including `through`: their rows
   * lose their content, and stay in the chain. Visits that were redacted on an earlier night are not read again; a
   * booking may be for a day long after its row.
   */
  forgetVisits(seq: Seq, through: LocalDate): void {
    this.#sql.forgetVisits.run(this.#sql.forgottenBefore.get(seq)?.seq ?? 0, seq);
    this.#sql.forgetBookings.run(seq, through);
  }

  /** The newest redacted row; 0: none. */
  forgottenThrough(): Seq {
    return this.#sql.forgottenThrough.get()?.seq ?? 0;
  }

  /** Deletes what is confidential; the journal itself stays whole. */
  deleteConfidential(): void {
    this.#sql.deleteConfidential.run();
  }

  /** When the first change was made; null in an empty journal. */
  firstAt(): Instant | null {
    return this.#sql.firstAt.get()?.at ?? null;
  }

  lastSeq(): Seq {
    return this.#sql.lastSeq.get()?.seq ?? 0;
  }

  /** The changes after `seq` up to and including `to`. */
  between(seq: Seq, to: Seq): readonly Change[] {
    return this.#sql.between.all(seq, to).map(toChange);
  }

  /** The same, one at a time, for journals that do not fit into memory. */
  *each(seq: Seq = 0): Generator<Change> {
    for (const row of this.#sql.between.iterate(seq, Number.MAX_SAFE_INTEGER)) yield toChange(row);
  }

  /** The same, the changes of one command together. */
  *eachCommand(seq: Seq = 0): Generator<readonly Change[]> {
    let group: Change[] = [];
    let command: CommandId | null = null;
    for (const row of this.#sql.between.iterate(seq, Number.MAX_SAFE_INTEGER)) {
      if (group.length > 0 && (row.commandId === null || row.commandId !== command)) {
        yield group;
        group = [];
      }
      group.push(toChange(row));
      command = row.commandId;
    }
    if (group.length > 0) yield group;
  }

  /** What was set up, changed and removed up to and including `to`, one at a time. */
  *settingChanges(to: Seq): Generator<ChangeOf<'setting-changed' | 'setting-removed'>> {
    for (const row of this.#sql.ofTypes.iterate(to, '["setting-changed","setting-removed"]')) {
      const change = toChange(row);
      if (change.type === 'setting-changed' || change.type === 'setting-removed') yield change;
    }
  }

  /** How people were added and changed up to and including `to`. */
  personChanges(to: Seq): readonly ChangeOf<'person-changed'>[] {
    return this.#sql.ofTypes
      .all(to, '["person-changed"]')
      .map(toChange)
      .filter((change) => change.type === 'person-changed');
  }

  /** What was noted of one kind since `seq` (inclusive). */
  notedSince(seq: Seq, event: AccessEvent): readonly ChangeOf<'door-noted'>[] {
    return this.#sql.noted
      .all(seq, event)
      .map(toChange)
      .filter((change) => change.type === 'door-noted');
  }

  /** Which commands wrote what since `seq` (inclusive); redacted ones are never repeated. */
  commandsSince(seq: Seq): readonly { id: CommandId; by: By; first: Seq; last: Seq }[] {
    return this.#sql.commandsSince
      .all(seq)
      .map((row) => ({ ...row, by: JSON.parse(row.by) as By }));
  }

  /** Notes that the day's changes begin with `firstSeq`. */
  beginDay(day: LocalDate, firstSeq: Seq): void {
    this.#sql.beginDay.run(day, firstSeq);
  }

  /** The day that was begun last; null in an empty journal. */
  latestDay(): LocalDate | null {
    return this.#sql.latestDays.get(1)?.day ?? null;
  }

  /** Where the last `count` days begin, of fewer the first of them; null in an empty journal. */
  firstSeqOfLast(count: number): Seq | null {
    return this.#sql.latestDays.all(count).at(-1)?.seq ?? null;
  }

  /** When the newest change was made; null in an empty journal. */
  lastAt(): Instant | null {
    return this.#sql.lastAt.get()?.at ?? null;
  }

  /** The last change that was to be redacted with the visits; 0: none. */
  visitsForgottenThrough(): Seq {
    return this.#sql.forgotten.get()?.seq ?? 0;
  }

  /** The last day before `day` that was begun; null when it was the first. */
  dayBefore(day: LocalDate): LocalDate | null {
    return this.#sql.dayBefore.get(day)?.day ?? null;
  }

  /** Where the days begin that were begun after the last one up to `day`; null when none was. */
  firstSeqAfter(day: LocalDate): Seq | null {
    return this.#sql.firstAfterDay.get(day)?.seq ?? null;
  }

  /** Where the day begins that was begun before `day` and all later ones; null when none was. */
  firstSeqBefore(day: LocalDate): Seq | null {
    return this.#sql.firstOfDayBefore.get(day)?.seq ?? null;
  }

  /** Where a day begins, or began again; null when nothing happened on it. */
  firstSeqOf(day: LocalDate): Seq | null {
    return this.#sql.firstOfDay.get(day)?.seq ?? null;
  }

  /**
   * Everything that happened on one local day, also the tickets that a kiosk reported only when the day was over;
   * empty for a day without a change.
   */
  ofDay(day: LocalDate): readonly Change[] {
    const ranges = this.#sql.ranges.all(day);
    const last = ranges.at(-1);
    if (last === undefined) return [];
    const reportedLater = this.#sql.reportedLater.all(day, last.next ?? Number.MAX_SAFE_INTEGER);
    return [
      ...ranges.flatMap(({ first, next }) =>
        this.between(first - 1, (next ?? Number.MAX_SAFE_INTEGER) - 1),
      ),
      ...reportedLater.map(toChange),
    ];
  }
}

function toChange({ seq, at, by, fact, confidential }: JournalRow): Change {
  const open = { ...readFact(fact), seq, at, by: JSON.parse(by) as By };
  return confidential === null
    ? open
    : opened(open, JSON.parse(confidential) as Confidential | VisitorNotes | string);
}

/** What is confidential in one change; each absent where there was nothing. */
interface Confidential {
  readonly care?: VisitorNotes;
  readonly reason?: string;
}

/** Rows of the morning before an update hold the notes or the reason alone. */
function opened(change: Change, body: Confidential | VisitorNotes | string): Change {
  const { care, reason }: Confidential =
    typeof body === 'string' ? { reason: body } : 'needs' in body ? { care: body } : body;
  const by = reason === undefined ? change.by : { ...change.by, reason };
  return change.type === 'care-changed' && care !== undefined
    ? { ...change, by, care }
    : { ...change, by };
}

interface SplitFact {
  readonly open: { readonly fact: Fact; readonly by: By };
  readonly confidential: Confidential | null;
}

/**
 * Confidential content stands beside the journal, and so does every reason in own words: only one that was chosen from
 * the list stays. Why a visitor was given priority, or lost it, is confidential in any case.
 */
function splitConfidential(fact: Fact, by: By): SplitFact {
  const isNotes = fact.type === 'care-changed';
  const isPriority = fact.type === 'visit-changed' && fact.action === 'set-priority';
  const { reason } = by;
  const hidden = reason !== null && (isNotes || isPriority || !isChosenReason(reason));
  const care = isNotes ? fact.care : null;
  const confidential = {
    ...(care === null ? {} : { care }),
    ...(hidden ? { reason } : {}),
  };
  return {
    open: {
      fact: isNotes ? { ...fact, care: null } : fact,
      by: hidden ? { ...by, reason: null } : by,
    },
    confidential: care === null && !hidden ? null : confidential,
  };
}
