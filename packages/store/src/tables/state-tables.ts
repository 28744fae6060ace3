import type {
  Booking,
  CounterState,
  Device,
  LocalDate,
  Person,
  Setting,
  VisitId,
} from '@motcua/domain';
import { assertNever } from '@motcua/domain';
import type { Fact, Seq } from '@motcua/protocol';
import { booking, counterState, device, person } from '@motcua/protocol/records';
import type { Db } from '../database/database.ts';

type Body = { readonly body: string };

/** The state that outlives a day, derived from the journal: only `write` changes it, so a replay makes the same tables. */
export class StateTables {
  readonly #sql;

  constructor(db: Db) {
    const upsert = (table: string) =>
      db.prepare<[string, string]>(
        `INSERT INTO ${table} (id, body) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET body = excluded.body`,
      );
    const all = (table: string) => db.prepare<[], Body>(`SELECT body FROM ${table}`);
    this.#sql = {
      addVisit: db.prepare<[string, string, Seq, string]>(
        'INSERT INTO visit (day, number, seq, id) VALUES (?, ?, ?, ?)',
      ),
      visitsWith: db.prepare<[string], { day: LocalDate; number: string }>(
        'SELECT day, number FROM visit WHERE id = ?',
      ),
      visitSeq: db.prepare<[string, string], { seq: Seq }>(
        'SELECT seq FROM visit WHERE day = ? AND number = ?',
      ),
      moveVisit: db.prepare<[Seq, string, string]>(
        'UPDATE visit SET seq = ? WHERE day = ? AND number = ?',
      ),
      visitThrough: db.prepare<[string], { day: LocalDate }>(
        'SELECT day FROM visit WHERE day <= ? LIMIT 1',
      ),
      forgetVisits: db.prepare<[string, Seq]>('DELETE FROM visit WHERE day <= ? OR seq <= ?'),
      numbersOf: db.prepare<[string], { number: string }>(
        'SELECT number FROM visit WHERE day = ? ORDER BY number',
      ),
      forgetBookings: db.prepare<[string]>(`DELETE FROM booking WHERE body ->> '$.day' <= ?`),
      putDossier: upsert('dossier'),
      removeDossier: db.prepare<[string]>('DELETE FROM dossier WHERE id = ?'),
      addImport: db.prepare<[string, string, Seq]>(
        'INSERT INTO table_import (id, kind, seq) VALUES (?, ?, ?)',
      ),
      putCounter: upsert('counter_state'),
      putBooking: upsert('booking'),
      putDevice: upsert('device'),
      putPerson: upsert('person'),
      putSetting: db.prepare<[string, string, string]>(
        `INSERT INTO setting (kind, id, body) VALUES (?, ?, ?)
         ON CONFLICT (kind, id) DO UPDATE SET body = excluded.body`,
      ),
      removeSetting: db.prepare<[string, string]>('DELETE FROM setting WHERE kind = ? AND id = ?'),
      bookings: db.prepare<[string], Body>(`SELECT body FROM booking WHERE body ->> '$.day' >= ?`),
      pastBookings: db.prepare<[string], Body>(
        `SELECT body FROM booking WHERE body ->> '$.day' < ?`,
      ),
      counters: all('counter_state'),
      devices: all('device'),
      people: all('person'),
      settings: db.prepare<[], { kind: string; body: string }>('SELECT kind, body FROM setting'),
    };
  }

  /** Writes what the fact with that `seq` changes, inside the caller's transaction. */
  write(fact: Fact, seq: Seq): void {
    const sql = this.#sql;
    switch (fact.type) {
      case 'ticket-issued':
      case 'visit-changed': {
        const { day, ticket } = fact.visit;
        // A day that is over keeps its row as it was left; the visit goes on in the new day's.
        if (fact.type === 'ticket-issued' || fact.action === 'roll-over')
          sql.addVisit.run(day, ticket.number, seq, fact.visit.id);
        else sql.moveVisit.run(seq, day, ticket.number);
        return;
      }
      case 'counter-changed':
        sql.putCounter.run(fact.counter.counterId, JSON.stringify(fact.counter));
        return;
      case 'setting-changed': {
        const { kind, value } = fact.setting;
        sql.putSetting.run(kind, value.id, JSON.stringify(value));
        return;
      }
      case 'setting-removed':
        sql.removeSetting.run(fact.kind, fact.id);
        return;
      case 'device-changed':
        sql.putDevice.run(fact.device.id, JSON.stringify(fact.device));
        return;
      case 'person-changed':
        sql.putPerson.run(fact.person.id, JSON.stringify(fact.person));
        return;
      case 'booking-changed':
        sql.putBooking.run(fact.booking.id, JSON.stringify(fact.booking));
        return;
      case 'dossiers-changed':
        for (const { before, after } of fact.changes)
          if (after !== null) sql.putDossier.run(after.code, JSON.stringify(after));
          else if (before !== null) sql.removeDossier.run(before.code);
        return;
      case 'table-imported':
        sql.addImport.run(fact.importId, fact.kind, seq);
        return;
      case 'visits-forgotten':
        // Also of a day that a wrong clock took for a later one.
        sql.forgetVisits.run(fact.through, fact.lastSeq);
        sql.forgetBookings.run(fact.through);
        return;
      case 'announcement-changed':
      case 'care-changed':
      case 'clock-confirmed':
      case 'door-noted':
      case 'print-job-changed':
      case 'day-closed':
      case 'history-lost':
      case 'ticket-refused':
      case 'numbers-reserved':
      case 'numbers-doubted':
        return;
      default:
        assertNever(fact);
    }
  }

  /** Whether that number was given on that day. */
  isGiven(day: LocalDate, number: string): boolean {
    return this.#sql.visitSeq.get(day, number) !== undefined;
  }

  /** Where a visit of that id stands; one that went on overnight stands on both days. */
  visitsWith(id: VisitId): readonly { readonly day: LocalDate; readonly number: string }[] {
    return this.#sql.visitsWith.all(id);
  }

  /** Every number that was given on that day, as far as its visits are known. */
  numbersOf(day: LocalDate): readonly string[] {
    return this.#sql.numbersOf.all(day).map(({ number }) => number);
  }

  /** Whether visits of that day or an earlier one are still known. */
  hasVisitsThrough(day: LocalDate): boolean {
    return this.#sql.visitThrough.get(day) !== undefined;
  }

  counters(): readonly CounterState[] {
    return this.#sql.counters.all().map(bodyAs(counterState));
  }

  /** Of that day and later. */
  bookings(from: LocalDate): readonly Booking[] {
    return this.#sql.bookings.all(from).map(bodyAs(booking));
  }

  /** Of the days before that one, as far as they are not forgotten. */
  pastBookings(today: LocalDate): readonly Booking[] {
    return this.#sql.pastBookings.all(today).map(bodyAs(booking));
  }

  devices(): readonly Device[] {
    return this.#sql.devices.all().map(bodyAs(device));
  }

  people(): readonly Person[] {
    return this.#sql.people.all().map(bodyAs(person));
  }

  settings(): readonly Setting[] {
    return this.#sql.settings
      .all()
      .map(({ kind, body }) => ({ kind, value: JSON.parse(body) as unknown }) as Setting);
  }
}

/** Reads a row by its schema; throws for what no migration has updated. */
function bodyAs<T>(schema: { readonly parse: (json: unknown) => T }) {
  return ({ body }: Body): T => schema.parse(JSON.parse(body));
}

/** The tables that follow from the journal, for comparing a rebuilt database with the real one. */
export const STATE_TABLES = [
  'visit',
  'counter_state',
  'setting',
  'device',
  'person',
  'booking',
  'dossier',
  'table_import',
] as const;

/** The rows of one of them by key: the body as JSON, or where there is none the position of the last change. */
export function stateRows(
  db: Db,
  table: (typeof STATE_TABLES)[number],
): ReadonlyMap<string, string> {
  const rows = db.prepare<[], Record<string, string | number>>(`SELECT * FROM ${table}`).all();
  return new Map(
    rows.map(({ body, seq, ...key }) => [Object.values(key).join(' '), String(body ?? seq)]),
  );
}
