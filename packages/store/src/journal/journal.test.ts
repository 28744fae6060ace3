import { beforeEach, describe, expect, it } from 'vitest';
import { aCalledVisit, aWaitingVisit, T0, TODAY } from '@motcua/domain/builders';
import type { CommandId, LocalDate, PersonId } from '@motcua/domain';
import type { Fact } from '@motcua/protocol';
import { openDatabase, versionOf } from '../database/database.ts';
import { Journal } from './journal.ts';
import { MIGRATIONS } from '../migrations/index.ts';

const by = { deviceId: null, personId: 'lan' as PersonId, reason: null };
const issued: Fact = {
  type: 'ticket-issued',
  visit: aWaitingVisit(),
  printJob: null,
  peopleAhead: 0,
  promise: null,
  promised: false,
};
const called: Fact = {
  type: 'visit-changed',
  visit: aCalledVisit(),
  action: 'call',
  counterId: aCalledVisit().counterId,
  because: 'oldest',
};
const TOMORROW = '2026-11-24' as LocalDate;

describe('the journal', () => {
  let journal: Journal;
  const append = (seq: number, fact: Fact, commandId: string | null = `c${seq}`) =>
    journal.append({ seq, at: T0, commandId: commandId as CommandId | null, by, fact });

  beforeEach(() => {
    journal = new Journal(openDatabase(':memory:'));
  });

  it('returns what was written, in order', () => {
    append(1, issued);
    append(2, called);

    expect(journal.between(0, 2)).toEqual([
      { ...issued, seq: 1, at: T0, by },
      { ...called, seq: 2, at: T0, by },
    ]);
    expect(journal.between(1, 2)).toHaveLength(1);
    expect(journal.lastSeq()).toBe(2);
  });

  it('refuses two facts at one position', () => {
    append(1, issued);

    expect(() => append(1, called)).toThrow(/UNIQUE/);
  });

  it('keeps the changes of one command together', () => {
    append(1, issued, 'a');
    append(2, called, 'b');
    append(3, called, 'b');
    append(4, called, null);
    append(5, called, null);

    expect([...journal.eachCommand()].map((group) => group.map(({ seq }) => seq))).toEqual([
      [1],
      [2, 3],
      [4],
      [5],
    ]);
    expect(journal.commandsSince(2)).toEqual([{ id: 'b', by, first: 2, last: 3 }]);
  });

  it('knows where each day begins and ends', () => {
    journal.beginDay(TODAY, 1);
    append(1, issued);
    append(2, called);
    journal.beginDay(TOMORROW, 3);
    append(3, called);

    expect(journal.ofDay(TODAY).map(({ seq }) => seq)).toEqual([1, 2]);
    expect(journal.ofDay(TOMORROW).map(({ seq }) => seq)).toEqual([3]);
    expect(journal.ofDay('2026-11-25' as LocalDate)).toEqual([]);
    expect(journal.latestDay()).toBe(TOMORROW);
    expect(journal.dayBefore(TOMORROW)).toBe(TODAY);
    expect(journal.dayBefore(TODAY)).toBeNull();
  });
});

describe('confidential content', () => {
  it('is readable until it is deleted, also from rows of an older program', () => {
    const db = openDatabase(':memory:');
    const journal = new Journal(db);
    const care = { needs: ['deaf' as const], priorityGroupId: null, note: 'Nhờ con trai' };
    const confidential: Fact = { type: 'care-changed', visitId: aWaitingVisit().id, care };
    const because = { ...by, reason: 'Bà cụ mệt' };
    journal.append({ seq: 1, at: T0, commandId: null, by: because, fact: confidential });
    journal.append({ seq: 2, at: T0, commandId: null, by: because, fact: called });
    journal.append({ seq: 3, at: T0, commandId: null, by, fact: { ...confidential, care: null } });
    journal.append({ seq: 4, at: T0, commandId: null, by, fact: called });
    const older = db.prepare('INSERT INTO sealed (seq, body) VALUES (?, ?)');
    older.run(3, JSON.stringify(care));
    older.run(4, JSON.stringify('Bà cụ mệt'));

    expect(journal.between(0, 4)).toMatchObject([
      { care, by: because },
      { by: because },
      { care, by },
      { by: because },
    ]);
    journal.deleteConfidential();
    expect(JSON.stringify(journal.between(0, 4))).not.toMatch(/mệt|con trai|deaf/);
    expect([...journal.brokenLinks()]).toEqual([]);
  });
});

describe('the database', () => {
  it('is at the newest version, and syncs at each commit', () => {
    const db = openDatabase(':memory:');

    expect(versionOf(db)).toBe(MIGRATIONS.at(-1)?.version);
    expect(db.pragma('synchronous', { simple: true })).toBe(2);
  });

  it('numbers its migrations without a gap', () => {
    expect(MIGRATIONS.map(({ version }) => version)).toEqual(MIGRATIONS.map((_, i) => i + 1));
  });
});
