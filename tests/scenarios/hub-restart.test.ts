import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { until } from '@motcua/testing';
import { type CentreDay, receivedAll, MONDAY, openCentre } from './centre-day.ts';

describe('a hub that is restarted during the day', () => {
  let day: CentreDay;

  beforeEach(async () => {
    day = await openCentre('09:00');
  });
  afterEach(() => day.close());

  it('continues the same day: numbers, visits, counters and links', async () => {
    const lan = await day.sit('lan', 2);
    const hoa = await day.sit('hoa', 3);
    const wall = await day.site.asDisplay();
    await day.takeNumber('birth');
    await day.takeNumber('marriage');
    await day.takeNumber('true copy');
    await lan.callNext();
    await lan.act('start-service');
    await hoa.callNext();
    await hoa.act({ type: 'park', shared: false });
    const before = { states: day.states(), visit: day.visit('H001') };

    await day.stopHub();
    await until(lan.link, () => lan.link.getState().connection !== 'live');
    day.goTo('09:20');
    await day.site.startHubAgain();
    await Promise.all([lan, hoa].map(({ link }) => receivedAll(link, day)));
    await day.kiosk.live();

    expect(day.states()).toEqual(before.states);
    expect(day.visit('H001')).toEqual(before.visit);
    expect(lan.link.getState().mirror?.today).toBe(MONDAY);
    expect(await day.takeNumber('birth')).toMatchObject({ number: 'H003', slip: 'printed' });
    expect(await lan.act('finish')).toBe('H001');
    expect(await hoa.act('call', { number: 'S001' })).toBe('S001');
    expect(await lan.callNext()).toBe('H002');
    await receivedAll(wall, day, 'display');
    expect(wall.getState().mirror?.announcements.map(({ number }) => number)).toEqual([
      ...['H001', 'S001', 'S001', 'H002'],
    ]);
  });

  it('accepts the tickets issued while it was down, and continues its own numbers', async () => {
    await day.takeNumber('birth');
    await day.stopHub();
    const waiting = day.takeNumber('birth');
    await day.site.startHubAgain();

    expect(await waiting).toMatchObject({ number: 'HR01', peopleAhead: null, slip: 'printed' });
    await day.kiosk.live();
    expect(await day.takeNumber('birth')).toMatchObject({ number: 'H002' });
    expect(day.states()).toEqual(['H001 waiting', 'HR01 waiting', 'H002 waiting']);
  });
});
