import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addDays } from '@motcua/domain';
import { verifyDatabase } from '@motcua/hub';
import { withoutNumbers } from '@motcua/reports';
import { makeDayReport } from '../../apps/hub/src/reads/day-report.ts';
import { deleteRestoreLeftovers } from '../../apps/hub/src/backups/delete-restore-leftovers.ts';
import { forgetOldVisits } from '../../apps/hub/src/jobs/forget-old-visits.ts';
import { createReader } from '../../apps/hub/src/reads/reader.ts';
import { type CentreDay, MONDAY, openCentre } from './centre-day.ts';
import { ELDERLY, wants } from './rules.ts';

describe('retention', () => {
  let day: CentreDay;

  beforeEach(async () => {
    day = await openCentre('07:30');
    const kiosk = await day.asKiosk();
    const lan = await day.sit('lan', 2);
    await kiosk.execute(wants('birth', { priorityGroupId: ELDERLY, needs: ['deaf'] }));
    await kiosk.execute(wants('true copy'));
    await lan.callNext();
    await lan.act('start-service');
    day.wait(300);
    await lan.act('finish', { note: 'Nhờ con trai đi cùng' });
    await lan.leave();
  });
  afterEach(() => day.close());

  /** A morning so many days after Monday. */
  async function later(days: number): Promise<void> {
    day.goTo('07:30', addDays(MONDAY, days));
    await day.runScheduledCommands();
  }
  const everythingWritten = (): string =>
    day.site.started.hub.store.db
      .prepare<[], { text: string }>(
        `SELECT group_concat(by || fact || coalesce(address, ''), ' ') AS text FROM journal`,
      )
      .get()?.text ?? '';

  it('deletes single visits after ninety days, and keeps the figures of their day', async () => {
    const { hub } = day.site.started;
    await later(90);
    expect(await forgetOldVisits(hub, createReader(hub))).toBe(0);
    expect(everythingWritten()).toContain('S001');
    const before = makeDayReport(hub, MONDAY);
    await later(91);

    // The hub also deletes them automatically, and may have been first.
    await forgetOldVisits(hub, createReader(hub));
    const kept = makeDayReport(hub, MONDAY);
    expect(kept).toEqual({ ...withoutNumbers(before), madeAt: kept.madeAt });
    expect(kept.totals.outcomes).toEqual(before.totals.outcomes);
    expect([kept.totals.open.length, kept.longestWaits.length]).toEqual([1, 1]);
    for (const word of ['H001', 'S001', '"visit"', 'deaf', 'con trai'])
      expect(everythingWritten() + JSON.stringify(kept)).not.toContain(word);
    expect(hub.store.db.prepare('SELECT * FROM visit').all()).toEqual([]);
    expect(verifyDatabase(hub.store.db).differences).toEqual([]);
    expect(await forgetOldVisits(hub, createReader(hub))).toBe(0);
  });

  it('deletes a day at a time, so that no statement holds up the hub, however many days are due', async () => {
    const { hub } = day.site.started;
    const kiosk = await day.asKiosk();
    for (const after of [1, 2]) {
      await later(after);
      await kiosk.execute(wants('birth'));
    }
    await later(100);
    await forgetOldVisits(hub, createReader(hub));
    const forgotten = hub.store.db
      .prepare<[], { through: string }>(
        `SELECT fact ->> '$.through' AS through FROM journal
         WHERE fact LIKE '%"visits-forgotten"%' ORDER BY seq`,
      )
      .all()
      .map(({ through }) => through);
    expect(forgotten).toEqual([MONDAY, addDays(MONDAY, 1), addDays(MONDAY, 2)]);
    expect(hub.store.db.prepare('SELECT * FROM visit').all()).toEqual([]);
    expect(verifyDatabase(hub.store.db).differences).toEqual([]);
  });

  it('deletes confidential data from every file of the hub when its day is over', async () => {
    const { name } = day.site.started.hub.store.db;
    const folder = dirname(name);
    const holding = () =>
      readdirSync(folder).filter(
        (file) =>
          file.startsWith('motcua.db') && readFileSync(join(folder, file)).includes('con trai'),
      );
    expect(holding()).not.toEqual([]);
    await later(1);
    await expect.poll(holding).toEqual([]);
  });

  it('deletes the data that a restore left beside the hub’s own after the same time', async () => {
    const { hub } = day.site.started;
    const folder = dirname(hub.store.db.name);
    const kept = ['motcua-before-20261123T003000.db', 'motcua-before-20261123T003000.db-wal'];
    for (const name of kept) writeFileSync(join(folder, name), 'an older copy');
    const beside = () => readdirSync(folder).filter((name) => name.includes('-before-'));
    day.goTo('07:00', addDays(MONDAY, 90));
    deleteRestoreLeftovers(hub);
    expect(beside()).toEqual(kept);
    day.goTo('08:00', addDays(MONDAY, 90));
    deleteRestoreLeftovers(hub);
    expect(beside()).toEqual([]);
  });

  it('deletes visits at the next start when the hub died after writing their figures', async () => {
    // It dies on a day when it would not delete them yet, between two scheduled runs.
    await later(60);
    const dying = day.site.started.hub;
    dying.store.figures.put(MONDAY, JSON.stringify(makeDayReport(dying, MONDAY)));
    await day.site.stopHub();
    await day.site.startHubAgain();

    const { hub } = day.site.started;
    expect(everythingWritten()).toContain('S001');
    await later(91);
    await forgetOldVisits(hub, createReader(hub));
    expect(hub.store.db.prepare('SELECT * FROM visit').all()).toEqual([]);
    expect(everythingWritten()).not.toContain('con trai');
    expect(verifyDatabase(hub.store.db).differences).toEqual([]);
  });

  it('keeps recent days, people and settings', async () => {
    const { hub } = day.site.started;
    await later(60);
    await (await day.asKiosk()).execute(wants('birth'));
    await later(91);
    await forgetOldVisits(hub, createReader(hub));

    expect(day.changesOf(addDays(MONDAY, 60)).some(({ type }) => type === 'ticket-issued')).toBe(
      true,
    );
    expect(everythingWritten()).toContain('Bùi Thị Lan');
    await day.site.stopHub();
    await day.site.startHubAgain();
    expect(day.site.started.hub.state.people.size).toBeGreaterThan(3);
  });

  it('is checked: verify shows when more is missing than was to be deleted', async () => {
    const { hub } = day.site.started;
    const { lastSeq } = { lastSeq: hub.store.journal.lastSeq() };
    const copy = hub.store.db.prepare('SELECT by, fact, address FROM journal WHERE seq = ?');
    const row = copy.get(lastSeq) as { by: string; fact: string; address: string | null };
    hub.store.db
      .prepare(`UPDATE journal SET fact = '', by = '', address = NULL WHERE seq = ?`)
      .run(lastSeq);
    expect(verifyDatabase(hub.store.db).differences).toContain(
      'journal: more was forgotten than it says',
    );
    hub.store.db
      .prepare('UPDATE journal SET fact = :fact, by = :by, address = :address WHERE seq = :seq')
      .run({ ...row, seq: lastSeq });
  });
});
