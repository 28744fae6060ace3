import { beforeEach, describe, expect, it } from 'vitest';
import type { DeviceId, PersonId } from '@motcua/domain';
import { aCalledVisit, aWaitingVisit, KIOSK_1, minutesAfterT0 } from '@motcua/domain/builders';
import type { By, Fact } from '@motcua/protocol';
import { openDatabase } from '../database/database.ts';
import { Journal } from './journal.ts';
import { JournalRecords, type JournalSearch } from './journal-search.ts';

const LAN = 'lan' as PersonId;
const unknownAuthor: By = { deviceId: null, personId: null, reason: null };
const called: Fact = {
  type: 'visit-changed',
  visit: aCalledVisit(),
  action: 'call',
  counterId: null,
  because: null,
};
const DAY: JournalSearch = { from: minutesAfterT0(0), to: minutesAfterT0(60) };

/** More than one statement reads. */
const MANY = 12_000;

describe('searching the journal', () => {
  let records: JournalRecords;
  const found = (search: Partial<JournalSearch> & { readonly limit?: number } = {}) =>
    records.find({ ...DAY, limit: 10, ...search }).map(({ seq }) => seq);

  beforeEach(() => {
    const db = openDatabase(':memory:');
    const journal = new Journal(db);
    records = new JournalRecords(db);
    const write = (seq: number, fact: Fact, by: Partial<By>, address?: string) =>
      journal.append({
        ...{ seq, fact, address, commandId: null },
        at: minutesAfterT0(seq),
        by: { ...unknownAuthor, ...by },
      });
    const issued = { printJob: null, peopleAhead: 0, promise: null, promised: false };
    const visit = aWaitingVisit();
    write(1, { type: 'ticket-issued', visit, ...issued }, { deviceId: KIOSK_1 });
    write(2, called, { personId: LAN, reason: 'papers' }, '192.168.1.20');
    write(3, { type: 'door-noted', event: 'sign-in-failed', subject: 'lan' }, {}, '192.168.1.66');
    write(90, called, { personId: LAN });
  });

  it('finds the newest first, within the time, and as many as wanted', () => {
    expect(found()).toEqual([3, 2, 1]);
    expect(found({ limit: 2 })).toEqual([3, 2]);
    expect(found({ before: 2 })).toEqual([1]);
    expect(found({ since: 2 })).toEqual([3, 2]);
    expect(found({ to: minutesAfterT0(120) })).toEqual([90, 3, 2, 1]);
  });

  it('finds by person, device, number and kind', () => {
    expect(found({ personId: LAN })).toEqual([2]);
    expect(found({ deviceId: KIOSK_1 })).toEqual([1]);
    expect(found({ deviceId: 'none' as DeviceId })).toEqual([]);
    expect(found({ number: aWaitingVisit().ticket.number })).toEqual([2, 1]);
    expect(found({ types: ['door-noted', 'ticket-issued'] })).toEqual([3, 1]);
  });

  it('returns author, reason, computer and hash', () => {
    expect(records.find({ ...DAY, limit: 10, personId: LAN })).toMatchObject([
      {
        address: '192.168.1.20',
        by: { personId: LAN, reason: 'papers' },
        hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      },
    ]);
  });

  it('reads everything that is found, oldest first, in statements that hold no log open', () => {
    const db = openDatabase(':memory:');
    const journal = new Journal(db);
    const fact: Fact = { type: 'door-noted', event: 'signed-in', subject: null };
    db.transaction(() => {
      for (let seq = 1; seq <= MANY; seq += 1)
        journal.append({ seq, fact, commandId: null, at: minutesAfterT0(1), by: unknownAuthor });
    })();
    const each = new JournalRecords(db).each(DAY);
    const seqs: number[] = [];
    for (const { seq } of each) {
      seqs.push(seq);
      // Written during the search, and no part of it.
      if (seq === 1)
        journal.append({
          seq: MANY + 1,
          fact,
          commandId: null,
          at: minutesAfterT0(2),
          by: unknownAuthor,
        });
      if (seq % 1_000 === 0) db.pragma('wal_checkpoint');
    }
    expect(seqs).toEqual(Array.from({ length: MANY }, (_, n) => n + 1));
    expect([...new JournalRecords(db).each({ ...DAY, personId: LAN })]).toEqual([]);
  });
});
