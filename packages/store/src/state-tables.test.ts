import { describe, expect, it } from 'vitest';
import { aCalledVisit, aQueue, aSite, aWaitingVisit } from '@motcua/domain/builders';
import type { VisitId } from '@motcua/domain';
import { openDatabase } from './database.ts';
import { StateTables } from './state-tables.ts';

describe('the state tables', () => {
  it('cannot hold one ticket number twice on a day', () => {
    const tables = new StateTables(openDatabase(':memory:'));
    const issue = (id: string) =>
      tables.write({
        type: 'ticket-issued',
        visit: aWaitingVisit({ id: id as VisitId }),
        printJob: null,
        peopleAhead: 0,
        promise: null,
        promised: false,
      });
    issue('visit-1');

    expect(() => issue('visit-2')).toThrow(/UNIQUE/);
  });

  it('replace a visit by its later state', () => {
    const db = openDatabase(':memory:');
    const tables = new StateTables(db);
    const visit = aWaitingVisit();
    tables.write({
      type: 'ticket-issued',
      visit,
      printJob: null,
      peopleAhead: 0,
      promise: null,
      promised: false,
    });
    tables.write({
      type: 'visit-changed',
      visit: aCalledVisit(),
      action: 'call',
      counterId: null,
      because: null,
    });

    const rows = db.prepare<[], { body: string }>('SELECT body FROM visit').all();
    expect(rows.map(({ body }) => JSON.parse(body) as unknown)).toEqual([aCalledVisit()]);
  });

  it('keep settings by kind and id until they are removed', () => {
    const tables = new StateTables(openDatabase(':memory:'));
    tables.write({ type: 'setting-changed', setting: { kind: 'site', value: aSite() } });
    tables.write({ type: 'setting-changed', setting: { kind: 'queue', value: aQueue() } });
    tables.write({
      type: 'setting-changed',
      setting: { kind: 'queue', value: aQueue({ active: false }) },
    });

    expect(tables.settings()).toContainEqual({ kind: 'queue', value: aQueue({ active: false }) });
    expect(tables.settings()).toHaveLength(2);

    tables.write({ type: 'setting-removed', kind: 'queue', id: aQueue().id });
    expect(tables.settings()).toEqual([{ kind: 'site', value: aSite() }]);
  });
});
