import { describe, expect, it } from 'vitest';
import { aCalledVisit, aQueue, aSite, aWaitingVisit } from '@motcua/domain/builders';
import type { LocalDate, VisitId, VisitIn } from '@motcua/domain';
import type { Fact } from '@motcua/protocol';
import { openDatabase } from '../database/database.ts';
import { StateTables } from './state-tables.ts';

const NEXT_DAY = '2026-11-24' as LocalDate;

const issued = (visit: VisitIn<'waiting'>): Fact => ({
  type: 'ticket-issued',
  visit,
  printJob: null,
  peopleAhead: 0,
  promise: null,
  promised: false,
});

describe('the state tables', () => {
  it('cannot hold one ticket number twice on a day', () => {
    const tables = new StateTables(openDatabase(':memory:'));
    const issue = (id: string, seq: number) =>
      tables.write(issued(aWaitingVisit({ id: id as VisitId })), seq);
    issue('visit-1', 1);

    expect(() => issue('visit-2', 2)).toThrow(/UNIQUE/);
  });

  it('hold the position of a visit’s latest change in the journal', () => {
    const db = openDatabase(':memory:');
    const tables = new StateTables(db);
    const calls = {
      type: 'visit-changed',
      action: 'call',
      counterId: null,
      because: null,
    } as const;
    tables.write(issued(aWaitingVisit()), 1);
    tables.write({ ...calls, visit: aCalledVisit() }, 7);

    const { day, ticket } = aCalledVisit();
    expect(db.prepare('SELECT * FROM visit').all()).toEqual([
      { day, number: ticket.number, seq: 7, id: 'visit-1' },
    ]);
  });

  it('keep the row of the day that is over when a visit stays overnight', () => {
    const db = openDatabase(':memory:');
    const tables = new StateTables(db);
    const visit = aWaitingVisit();
    const stays = { type: 'visit-changed', action: 'roll-over', counterId: null } as const;
    tables.write(issued(visit), 1);
    tables.write({ ...stays, because: null, visit: { ...visit, day: NEXT_DAY } }, 9);

    expect(db.prepare('SELECT day, seq FROM visit').all()).toEqual([
      { day: visit.day, seq: 1 },
      { day: NEXT_DAY, seq: 9 },
    ]);
  });

  it('keep settings by kind and id until they are removed', () => {
    const tables = new StateTables(openDatabase(':memory:'));
    tables.write({ type: 'setting-changed', setting: { kind: 'site', value: aSite() } }, 1);
    tables.write({ type: 'setting-changed', setting: { kind: 'queue', value: aQueue() } }, 2);
    tables.write(
      {
        type: 'setting-changed',
        setting: { kind: 'queue', value: aQueue({ active: false }) },
      },
      3,
    );

    expect(tables.settings()).toContainEqual({ kind: 'queue', value: aQueue({ active: false }) });
    expect(tables.settings()).toHaveLength(2);

    tables.write({ type: 'setting-removed', kind: 'queue', id: aQueue().id }, 4);
    expect(tables.settings()).toEqual([{ kind: 'site', value: aSite() }]);
  });
});
