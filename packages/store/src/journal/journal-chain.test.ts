import { beforeEach, describe, expect, it } from 'vitest';
import { aBooking, aCalledVisit, aWaitingVisit, T0 } from '@motcua/domain/builders';
import type { CommandId, LocalDate, PersonId } from '@motcua/domain';
import type { Fact } from '@motcua/protocol';
import { type Db, openDatabase } from '../database/database.ts';
import { Journal } from './journal.ts';

const by = { deviceId: null, personId: 'lan' as PersonId, reason: null };
const called: Fact = {
  type: 'visit-changed',
  visit: aCalledVisit(),
  action: 'call',
  counterId: aCalledVisit().counterId,
  because: 'oldest',
};

describe('the chain of the journal', () => {
  let db: Db;
  let journal: Journal;
  const append = (seq: number, fact: Fact = called) =>
    journal.append({
      ...{ seq, at: T0, commandId: `c${seq}` as CommandId, by, fact },
      address: '192.168.1.20',
    });
  const broken = () => [...journal.brokenLinks()];

  beforeEach(() => {
    db = openDatabase(':memory:');
    journal = new Journal(db);
    for (const seq of [1, 2, 3, 4]) append(seq);
  });

  it('holds as it was written, also when a transaction was rolled back in between', () => {
    const takenBack = db.transaction(() => {
      append(5);
      append(6);
      throw new Error('a full disk');
    });
    expect(takenBack).toThrow('a full disk');
    append(5);
    append(6);

    expect(broken()).toEqual([]);
  });

  it('goes on after a restart', () => {
    journal = new Journal(db);
    append(5);

    expect(broken()).toEqual([]);
    expect(journal.headHash()).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each([
    ['an altered fact', `UPDATE journal SET fact = replace(fact, 'H021', 'H020') WHERE seq = 2`, 2],
    ['another person', `UPDATE journal SET by = replace(by, 'lan', 'hoa') WHERE seq = 3`, 3],
    ['another computer', `UPDATE journal SET address = '192.168.1.21' WHERE seq = 1`, 1],
    ['another time', 'UPDATE journal SET at = at + 1 WHERE seq = 4', 4],
    ['a row that is gone', 'DELETE FROM journal WHERE seq = 2', 3],
    [
      'an inserted row',
      `INSERT INTO journal SELECT 5, at, 'c5', by, fact, address, digest, hash FROM journal WHERE seq = 4`,
      5,
    ],
    ['a hash that is gone', 'UPDATE journal SET hash = NULL WHERE seq = 4', 4],
  ])('shows %s', (_what, tampering, place) => {
    db.exec(tampering);

    expect(broken()).toEqual([place]);
  });

  it('detects every later row when one was chained anew', () => {
    const before = journal.headHash();
    db.exec('DELETE FROM journal WHERE seq >= 3');
    journal = new Journal(db);
    append(3, { ...called, because: 'by-hand' });
    append(4);

    expect(broken()).toEqual([]);
    expect(journal.headHash()).not.toBe(before);
  });

  it('holds when confidential rows are deleted', () => {
    const care = { needs: ['deaf' as const], priorityGroupId: null, note: '' };
    append(5, { type: 'care-changed', visitId: aWaitingVisit().id, care });
    const hash = journal.headHash();
    journal.deleteConfidential();

    expect(broken()).toEqual([]);
    expect(journal.headHash()).toBe(hash);
  });

  it('does not cover the reason for priority, which is deleted at night', () => {
    const reason = 'Mang thai';
    journal.append({
      ...{ seq: 5, at: T0, commandId: null, by: { ...by, reason } },
      fact: { ...called, action: 'set-priority' },
    });
    expect(journal.between(4, 5)).toMatchObject([{ by: { reason } }]);
    journal.deleteConfidential();

    expect(journal.between(4, 5)).toMatchObject([{ by: { reason: null } }]);
    expect(broken()).toEqual([]);
  });

  it('passes redacted rows, and detects an altered digest', () => {
    const hash = journal.headHash();
    journal.forgetVisits(3, '2026-11-23' as LocalDate);
    expect(journal.between(0, 4).map(({ seq }) => seq)).toEqual([4]);
    expect(journal.forgottenThrough()).toBe(3);
    expect(broken()).toEqual([]);
    expect(journal.headHash()).toBe(hash);

    db.exec(`UPDATE journal SET digest = 'other' WHERE seq = 2`);
    expect(broken()).toEqual([2]);
  });

  it('redacts a booking on its own night, long after the visits of its row', () => {
    const booking = aBooking({ day: '2026-12-24' as LocalDate });
    const booked: Fact = { type: 'booking-changed', booking };
    const redacted = (lastSeq: number, through: string) => {
      const forgotten = {
        type: 'visits-forgotten',
        lastSeq,
        through: through as LocalDate,
      } as const;
      append(journal.lastSeq() + 1, forgotten);
      journal.forgetVisits(lastSeq, forgotten.through);
      return journal.between(0, 6).map(({ seq }) => seq);
    };
    append(5, booked);
    append(6);

    expect(redacted(5, '2026-11-23')).toEqual([5, 6]);
    expect(redacted(6, '2026-12-24')).toEqual([]);
    expect(broken()).toEqual([]);
  });
});
