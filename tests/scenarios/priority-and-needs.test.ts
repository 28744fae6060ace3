import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HubConnection } from '@motcua/client';
import { kimBoi } from '@motcua/testing';
import { type CentreDay, MONDAY, numberIn, openCentre, TUESDAY } from './centre-day.ts';
import { ELDERLY, PREGNANT, wants } from './rules.ts';

describe('priority visits', () => {
  let day: CentreDay;
  let kiosk: HubConnection;
  const take = async (...args: Parameters<typeof wants>) =>
    numberIn(await kiosk.execute(wants(...args)));

  beforeEach(async () => {
    day = await openCentre('07:30');
    kiosk = await day.asKiosk();
  });
  afterEach(() => day.close());

  it('alternate with one or two others, and make no visit wait beyond the bound', async () => {
    for (let n = 0; n < 4; n += 1) await take('birth');
    for (let n = 0; n < 3; n += 1) await take('birth', { priorityGroupId: ELDERLY });
    const lan = await day.sit('lan', 2);
    const called: string[] = [];
    for (let n = 0; n < 4; n += 1) {
      called.push(await lan.callNext(true));
      await lan.act('start-service');
    }
    expect(called).toEqual(['H005', 'H001', 'H002', 'H006']);
    day.goTo('08:05');
    for (let n = 0; n < 3; n += 1) {
      called.push(await lan.callNext(true));
      await lan.act('start-service');
    }
    // All have waited for more than half an hour: now the order is by arrival only.
    expect(called.slice(4)).toEqual(['H003', 'H004', 'H007']);
  });

  it.each([
    {
      centre: 'that puts them first',
      mode: { type: 'strict' },
      // The bound holds here too: H001 has waited for more than half an hour when H005 comes, H002 has not.
      order: ['H003', 'H004', 'H001', 'H005', 'H002'],
    },
    {
      centre: 'that counts them as ten minutes older',
      mode: { type: 'ageing', bonusMinutes: 10 },
      order: ['H003', 'H001', 'H002', 'H004', 'H005'],
    },
  ] as const)('follow the mode of the centre, as in one $centre', async ({ mode, order }) => {
    const { site } = day.site.started.hub.state.settings;
    const value = { ...site, rule: { ...site.rule, mode } };
    const head = await day.site.asPerson('dung');
    await head.execute({ type: 'put-setting', setting: { kind: 'site', value } });
    await take('birth');
    day.goTo('07:35');
    await take('birth');
    day.goTo('07:37');
    await take('birth', { priorityGroupId: ELDERLY });
    day.goTo('07:52');
    await take('birth', { priorityGroupId: PREGNANT });
    const lan = await day.sit('lan', 2);
    const next = async () => {
      const called = await lan.callNext(true);
      await lan.act('start-service');
      return called;
    };
    const called = [await next(), await next()];
    day.goTo('08:02');
    await take('birth', { priorityGroupId: ELDERLY });
    for (let n = 0; n < 3; n += 1) called.push(await next());
    expect(called).toEqual(order);
  });

  it('are granted and removed by staff with a logged reason', async () => {
    await take('birth');
    await take('birth');
    const lan = await day.sit('lan', 2);
    const forward = { type: 'set-priority', priority: 'priority' } as const;
    expect(await lan.act(forward, { number: 'H002' })).toBe('reason-needed');
    expect(await lan.act(forward, { number: 'H002', reason: 'Đi lại khó khăn' })).toBe('H002');
    expect(await lan.callNext()).toBe('H002');
    const changes = day.changesOf(MONDAY);
    expect(changes.filter(({ by }) => by.reason === 'Đi lại khó khăn')).toHaveLength(1);
  });

  it('show their reason to staff only, and keep only a count after the night', async () => {
    const needs = ['deaf'] as const;
    expect(await take('birth', { priorityGroupId: PREGNANT, needs })).toBe('H001');
    const wall = await day.site.asDisplay();
    const lan = await day.sit('lan', 2);
    await lan.callNext();
    const { id } = day.visit('H001');
    expect(lan.link.getState().mirror?.care.get(id)).toEqual({
      needs: ['deaf'],
      priorityGroupId: 'pregnant',
      note: '',
    });
    for (const link of [wall, kiosk])
      expect(JSON.stringify([...(link.getState().mirror?.care ?? [])])).toBe('[]');
    expect(JSON.stringify(wall.getState().mirror)).not.toContain('"visitId":"pregnant"');

    day.goTo('00:01', TUESDAY);
    await day.runScheduledCommands();
    const journal = JSON.stringify(day.changesOf(MONDAY));
    expect(journal).not.toContain('"priorityGroupId":"pregnant"');
    expect(journal).not.toContain('deaf');
    const closed = day.changesOf(MONDAY).find((change) => change.type === 'day-closed');
    expect(closed?.priorityGroups).toEqual({ pregnant: 1 });
    const { db } = day.site.started.hub.store;
    expect(db.prepare('SELECT count(*) AS n FROM sealed').get()).toEqual({ n: 0 });
  });

  it('are no longer counted once staff removed the priority', async () => {
    await take('birth', { priorityGroupId: ELDERLY, needs: ['wheelchair'] });
    const lan = await day.sit('lan', 2);
    const { id } = day.visit('H001');
    const care = () => day.site.started.hub.state.care.get(id);
    const back = { type: 'set-priority', priority: 'normal' } as const;
    await lan.act(back, { number: 'H001', reason: 'Chọn nhầm' });
    expect(care()).toEqual({ needs: ['wheelchair'], priorityGroupId: null, note: '' });
    await lan.undo();
    expect(care()?.priorityGroupId).toBe(ELDERLY);
    await lan.act(back, { number: 'H001', reason: 'Chọn nhầm' });
    day.goTo('00:01', TUESDAY);
    await day.runScheduledCommands();
    const closed = day.changesOf(MONDAY).find((change) => change.type === 'day-closed');
    expect(closed?.priorityGroups).toEqual({});
  });

  it('are only of groups that the centre has', async () => {
    const unknown = wants('birth', { priorityGroupId: 'vip' as never });
    expect(numberIn(await kiosk.execute(unknown))).toBe('setting-not-found');
    expect(kimBoi.priorityGroups.map(({ id }) => String(id))).toContain('elderly');
  });
});

describe('a ticket for several people', () => {
  it('shows how many came, on whose behalf, and what they need, before the call', async () => {
    const day = await openCentre('07:30');
    const kiosk = await day.asKiosk();
    const party = { people: 3, files: 4, proxy: true };
    const needs = ['wheelchair', 'interpreter'] as const;
    expect(numberIn(await kiosk.execute(wants('birth', { party, needs })))).toBe('H001');
    expect(day.visit('H001').party).toEqual(party);
    const lan = await day.sit('lan', 2);
    const seen = lan.link.getState().mirror;
    expect(seen?.visits.get(day.visit('H001').id)?.party).toEqual(party);
    expect(seen?.care.get(day.visit('H001').id)?.needs).toEqual(needs);
    const fewer = { ...party, files: 2 };
    expect(await lan.act({ type: 'set-party', party: fewer }, { number: 'H001' })).toBe('H001');
    expect(day.visit('H001').party).toEqual(fewer);
    await day.close();
  });
});
