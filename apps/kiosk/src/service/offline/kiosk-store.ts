import { join } from 'node:path';
import Database from 'better-sqlite3';
import type {
  CommandId,
  LocalDate,
  PrintJob,
  PrintJobId,
  PrintReport,
  QueueId,
  VisitId,
} from '@motcua/domain';
import type { PaperTicket } from '@motcua/protocol';

/** A ticket that this kiosk issued, with what is still to be reported to the hub. */
export interface KeptTicket {
  readonly requestId: string;
  /** The id under which it is reported: that of the touch, unless the hub answered it with another number. */
  readonly commandId: CommandId;
  /** Of its first service. */
  readonly queueId: QueueId;
  readonly ticket: PaperTicket;
  /** From the kiosk's own numbers. */
  readonly own: boolean;
  readonly settled: boolean;
  readonly print: PrintReport | null;
  readonly resolution: PrintJob['resolution'];
  readonly instead: VisitId | null;
}

/** A number that the kiosk issued offline. */
export interface Counted {
  readonly series: string;
  readonly value: number;
}

export interface CountedDay {
  readonly last: number;
  readonly given: number;
}

/** What a kiosk must keep over a power failure: its numbers, its tickets, and what it knows of the centre. */
export interface KioskStore {
  /** How far the series was counted offline on that day; null: not at all. */
  readonly countedOn: (day: LocalDate, series: string) => CountedDay | null;
  /** The last number issued in that series on any day. */
  readonly lastOf: (series: string) => number | null;
  /**
   * Durable when it returns if the kiosk issued the number offline, which `counted` then says.
   * Throws when the number was issued before.
   */
  readonly add: (kept: KeptTicket, counted?: Counted) => void;
  readonly ofRequest: (requestId: string) => KeptTicket | null;
  readonly ofSlip: (id: PrintJobId) => KeptTicket | null;
  readonly isGiven: (day: LocalDate, number: string) => boolean;
  /** The prefixes of the numbers issued on that day. */
  readonly lettersOf: (day: LocalDate) => readonly string[];
  /** In the order in which they were issued. */
  readonly unsettled: () => readonly KeptTicket[];
  /** Those whose print result is unknown. */
  readonly unprinted: () => readonly KeptTicket[];
  readonly put: (kept: KeptTicket) => void;
  /** Marks every ticket as not yet reported. */
  readonly unsettleAll: () => void;
  /** Deletes days before `day`, and the confidential data of later days before `today`; unreported tickets stay. */
  readonly forgetBefore: (day: LocalDate, today: LocalDate) => void;
  /** Null when it was never stored. */
  readonly recall: (key: string) => string | null;
  readonly remember: (key: string, value: string) => void;
  readonly close: () => void;
}

interface Row {
  readonly requestId: string;
  readonly body: string;
  readonly settled: number;
}

const TABLES = `
  CREATE TABLE IF NOT EXISTS ticket (
    request_id TEXT    PRIMARY KEY NOT NULL,
    print_job  TEXT    NOT NULL,
    day        TEXT    NOT NULL,
    number     TEXT    NOT NULL,
    settled    INTEGER NOT NULL,
    body       TEXT    NOT NULL,
    UNIQUE (day, number)
  ) STRICT;
  CREATE INDEX IF NOT EXISTS ticket_by_slip ON ticket (print_job);
  CREATE INDEX IF NOT EXISTS ticket_to_tell ON ticket (settled) WHERE settled = 0;
  DROP TABLE IF EXISTS block;
  CREATE TABLE IF NOT EXISTS counted (
    day    TEXT    NOT NULL,
    series TEXT    NOT NULL,
    last   INTEGER NOT NULL,
    given  INTEGER NOT NULL,
    PRIMARY KEY (day, series)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS known (
    key   TEXT PRIMARY KEY NOT NULL,
    value TEXT NOT NULL
  ) STRICT;
`;
const VERSION = 2;

/** `kiosk.db` in the data folder; `:memory:` keeps nothing. Throws one sentence when it cannot be read. */
export function openKioskStore(dataDir: string): KioskStore {
  const file = dataDir === ':memory:' ? dataDir : join(dataDir, 'kiosk.db');
  try {
    return storeIn(new Database(file));
  } catch (cause) {
    throw new Error(`What the kiosk keeps in ${file} cannot be read.`, { cause });
  }
}

function storeIn(db: Database.Database): KioskStore {
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('secure_delete = ON');
  if (Number(db.pragma('user_version', { simple: true })) > VERSION)
    throw new Error('It was written by a newer program');
  db.exec(TABLES);
  db.pragma(`user_version = ${VERSION}`);

  const columns = 'SELECT request_id AS requestId, body, settled FROM ticket';
  const sql = {
    add: db.prepare<[string, string, string, string, number, string]>(
      `INSERT INTO ticket (request_id, print_job, day, number, settled, body) VALUES (?, ?, ?, ?, ?, ?)`,
    ),
    put: db.prepare<[number, string, string]>(
      'UPDATE ticket SET settled = ?, body = ? WHERE request_id = ?',
    ),
    ofRequest: db.prepare<[string], Row>(`${columns} WHERE request_id = ?`),
    ofSlip: db.prepare<[string], Row>(`${columns} WHERE print_job = ?`),
    isGiven: db.prepare<[string, string]>('SELECT 1 FROM ticket WHERE day = ? AND number = ?'),
    lettersOf: db.prepare<[string], { letters: string }>(
      `SELECT DISTINCT rtrim(number, '0123456789') AS letters FROM ticket WHERE day = ?`,
    ),
    unsettled: db.prepare<[], Row>(`${columns} WHERE settled = 0 ORDER BY rowid`),
    unprinted: db.prepare<[], Row>(`${columns} WHERE body ->> '$.print' IS NULL`),
    unsettleAll: db.prepare('UPDATE ticket SET settled = 0'),
    forgetTickets: db.prepare<[string]>('DELETE FROM ticket WHERE settled = 1 AND day < ?'),
    deleteNotes: db.prepare<[string]>(
      `UPDATE ticket SET body = json_set(body, '$.ticket.needs', json('[]'), '$.ticket.priorityGroupId', NULL)
       WHERE settled = 1 AND day < ?`,
    ),
    // The last day of each series stays: where visits continue overnight, so does their numbering.
    forgetCounted: db.prepare<[string]>(
      `DELETE FROM counted WHERE day < ? AND EXISTS (
         SELECT 1 FROM counted AS later WHERE later.series = counted.series AND later.day > counted.day)`,
    ),
    countedOn: db.prepare<[string, string], CountedDay>(
      'SELECT last, given FROM counted WHERE day = ? AND series = ?',
    ),
    lastOf: db.prepare<[string], { last: number }>(
      'SELECT last FROM counted WHERE series = ? ORDER BY day DESC LIMIT 1',
    ),
    count: db.prepare<[string, string, number]>(
      `INSERT INTO counted (day, series, last, given) VALUES (?, ?, ?, 1)
       ON CONFLICT (day, series) DO UPDATE SET last = excluded.last, given = given + 1`,
    ),
    recall: db.prepare<[string], { value: string }>('SELECT value FROM known WHERE key = ?'),
    remember: db.prepare<[string, string]>(
      'INSERT INTO known (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
    ),
  };
  const toKept = (row: Row | undefined): KeptTicket | null =>
    row === undefined
      ? null
      : { ...(JSON.parse(row.body) as KeptTicket), settled: row.settled === 1 };

  /** Survives a killed process but not a power failure: for data that the hub has as well. */
  function lightly(work: () => void): void {
    db.pragma('synchronous = NORMAL');
    try {
      work();
    } finally {
      db.pragma('synchronous = FULL');
    }
  }

  return {
    countedOn: (day, series) => sql.countedOn.get(day, series) ?? null,
    lastOf: (series) => sql.lastOf.get(series)?.last ?? null,
    add(kept, counted) {
      const { requestId, ticket, settled } = kept;
      const { printJobId, day, number } = ticket;
      const write = () =>
        void sql.add.run(requestId, printJobId, day, number, settled ? 1 : 0, JSON.stringify(kept));
      if (counted === undefined) return lightly(write);
      db.transaction(() => {
        sql.count.run(day, counted.series, counted.value);
        write();
      })();
    },
    ofRequest: (requestId) => toKept(sql.ofRequest.get(requestId)),
    ofSlip: (id) => toKept(sql.ofSlip.get(id)),
    isGiven: (day, number) => sql.isGiven.get(day, number) !== undefined,
    lettersOf: (day) => sql.lettersOf.all(day).map(({ letters }) => letters),
    unsettled: () => sql.unsettled.all().flatMap((row) => toKept(row) ?? []),
    unprinted: () => sql.unprinted.all().flatMap((row) => toKept(row) ?? []),
    put: (kept) =>
      lightly(() => sql.put.run(kept.settled ? 1 : 0, JSON.stringify(kept), kept.requestId)),
    unsettleAll: () => void sql.unsettleAll.run(),
    forgetBefore(day, today) {
      const forget = db.transaction(() => {
        const { changes } = sql.deleteNotes.run(today);
        sql.forgetTickets.run(day);
        sql.forgetCounted.run(day);
        return changes;
      });
      // Overwritten rows must not stay in the write-ahead log.
      if (forget() > 0) db.pragma('wal_checkpoint(TRUNCATE)');
    },
    recall: (key) => sql.recall.get(key)?.value ?? null,
    remember: (key, value) => lightly(() => sql.remember.run(key, value)),
    close: () => void db.close(),
  };
}
