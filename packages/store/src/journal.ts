import type { Care, CommandId, Instant, LocalDate } from '@motcua/domain';
import type { By, Change, Fact, Seq } from '@motcua/protocol';
import type { Db } from './database.ts';

interface JournalRow {
  readonly seq: Seq;
  readonly at: Instant;
  readonly commandId: CommandId | null;
  readonly by: string;
  readonly fact: string;
  readonly sealed: string | null;
}

export interface JournalEntry {
  readonly seq: Seq;
  readonly at: Instant;
  readonly commandId: CommandId | null;
  readonly by: By;
  readonly fact: Fact;
}

/** Append-only. Reports, catch-up after a lost connection, undo and the audit trail all read from here. */
export class Journal {
  readonly #sql;

  constructor(db: Db) {
    const rows = `SELECT journal.seq AS seq, at, command_id AS commandId, by, fact, sealed.body AS sealed
      FROM journal LEFT JOIN sealed ON sealed.seq = journal.seq`;
    this.#sql = {
      append: db.prepare<[Seq, number, string | null, string, string]>(
        'INSERT INTO journal (seq, at, command_id, by, fact) VALUES (?, ?, ?, ?, ?)',
      ),
      seal: db.prepare<[Seq, string]>('INSERT INTO sealed (seq, body) VALUES (?, ?)'),
      forget: db.prepare('DELETE FROM sealed'),
      lastSeq: db.prepare<[], { seq: Seq | null }>('SELECT max(seq) AS seq FROM journal'),
      between: db.prepare<[Seq, Seq], JournalRow>(
        `${rows} WHERE journal.seq > ? AND journal.seq <= ? ORDER BY journal.seq`,
      ),
      commandsSince: db.prepare<[Seq], { id: CommandId; by: string; first: Seq; last: Seq }>(
        `SELECT command_id AS id, by, min(seq) AS first, max(seq) AS last FROM journal
         WHERE seq >= ? AND command_id IS NOT NULL GROUP BY command_id`,
      ),
      beginDay: db.prepare<[string, Seq]>(
        'INSERT INTO day (day, first_seq) VALUES (?, ?) ON CONFLICT (day) DO NOTHING',
      ),
      firstOfDay: db.prepare<[string], { seq: Seq }>(
        'SELECT first_seq AS seq FROM day WHERE day = ?',
      ),
      firstAfterDay: db.prepare<[string], { seq: Seq }>(
        'SELECT first_seq AS seq FROM day WHERE day > ? ORDER BY day LIMIT 1',
      ),
      toldLater: db.prepare<[string, Seq], JournalRow>(
        `${rows} WHERE journal.seq IN (SELECT seq FROM visit WHERE day = ? AND seq >= ?)
         AND fact ->> '$.type' = 'ticket-issued' ORDER BY journal.seq`,
      ),
      dayBefore: db.prepare<[string], { day: LocalDate }>(
        'SELECT day FROM day WHERE day < ? ORDER BY day DESC LIMIT 1',
      ),
      latestDay: db.prepare<[], { day: LocalDate }>(
        'SELECT day FROM day ORDER BY day DESC LIMIT 1',
      ),
    };
  }

  /** Writes one fact; the caller counts `seq` and holds the transaction. Care is sealed: it can be forgotten. */
  append({ seq, at, commandId, by, fact }: JournalEntry): void {
    const isSealed = fact.type === 'care-changed' && fact.care !== null;
    const open = isSealed ? { ...fact, care: null } : fact;
    this.#sql.append.run(seq, at, commandId, JSON.stringify(by), JSON.stringify(open));
    if (isSealed) this.#sql.seal.run(seq, JSON.stringify(fact.care));
  }

  /** Forgets what was sealed; the journal itself stays whole. */
  forgetSealed(): void {
    this.#sql.forget.run();
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

  /** Which commands wrote what since `seq` (inclusive). */
  commandsSince(seq: Seq): readonly { id: CommandId; by: By; first: Seq; last: Seq }[] {
    return this.#sql.commandsSince
      .all(seq)
      .map((row) => ({ ...row, by: JSON.parse(row.by) as By }));
  }

  /** Notes that the day's changes begin with `firstSeq`. */
  beginDay(day: LocalDate, firstSeq: Seq): void {
    this.#sql.beginDay.run(day, firstSeq);
  }

  /** The newest day that was begun; null in an empty journal. */
  latestDay(): LocalDate | null {
    return this.#sql.latestDay.get()?.day ?? null;
  }

  /** The last day before `day` that was begun; null when it was the first. */
  dayBefore(day: LocalDate): LocalDate | null {
    return this.#sql.dayBefore.get(day)?.day ?? null;
  }

  /** Where a day begins; null when nothing happened on it. */
  firstSeqOf(day: LocalDate): Seq | null {
    return this.#sql.firstOfDay.get(day)?.seq ?? null;
  }

  /**
   * Everything that happened on one local day, also the tickets that a kiosk could tell only when the day was over;
   * empty for a day without a change.
   */
  ofDay(day: LocalDate): readonly Change[] {
    const first = this.firstSeqOf(day);
    if (first === null) return [];
    const next = this.#sql.firstAfterDay.get(day)?.seq ?? Number.MAX_SAFE_INTEGER;
    const toldLater = this.#sql.toldLater.all(day, next).map(toChange);
    return [...this.between(first - 1, next - 1), ...toldLater];
  }
}

function toChange({ seq, at, by, fact, sealed }: JournalRow): Change {
  const open = { ...(JSON.parse(fact) as Fact), seq, at, by: JSON.parse(by) as By };
  return sealed !== null && open.type === 'care-changed'
    ? { ...open, care: JSON.parse(sealed) as Care }
    : open;
}
