import { createHttpClient } from '@motcua/client/http';
import { reports } from '@motcua/protocol/http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type CentreDay, receivedAll, MONDAY, openCentre } from './centre-day.ts';

describe('an ordinary morning', () => {
  let day: CentreDay;

  beforeEach(async () => {
    day = await openCentre('07:30');
  });
  afterEach(() => day.close());

  it('leads from the first number to the figures for the head of the centre', async () => {
    const wall = await day.site.asDisplay();
    expect(await day.takeNumber('birth')).toMatchObject({
      number: 'H001',
      peopleAhead: 0,
      slip: 'printed',
    });
    day.goTo('07:34');
    expect(await day.takeNumber('marriage', 'en')).toMatchObject({
      number: 'H002',
      peopleAhead: 1,
    });
    expect(await day.takeNumber('true copy')).toMatchObject({ number: 'S001', peopleAhead: 0 });

    day.goTo('07:40');
    const lan = await day.sit('lan', 2);
    expect(await lan.callNext()).toBe('H001');
    await lan.act('start-service');
    day.goTo('07:55');
    expect(await lan.callNext()).toBe('finish-first');
    expect(await lan.callNext(true)).toBe('H002');
    for (const action of ['recall', 'mark-no-show'] as const) {
      day.wait(20);
      expect(await lan.act(action)).toBe('H002');
    }

    day.goTo('08:05');
    expect(await lan.act('reinstate', { number: 'H002' })).toBe('H002');
    expect(day.visit('H002').arrivedAt).toBe(day.visit('S001').arrivedAt);
    // A visitor who missed a call comes back after three others, or after all when there are fewer.
    expect(await lan.callNext()).toBe('S001');
    await lan.act('start-service');
    await lan.act('finish');
    expect(await lan.callNext()).toBe('H002');
    expect(await lan.leave()).toBe('finish-first');
    await lan.act('start-service');
    await lan.act('finish');
    expect(await lan.leave()).toBe('');

    expect(day.states()).toEqual(['H001 closed', 'H002 closed', 'S001 closed']);
    expect(day.slips()).toBe(3);
    await receivedAll(wall, day, 'display');
    const { announcements, visits } = wall.getState().mirror ?? {};
    expect(announcements?.map(({ number, kind }) => `${number} ${kind}`)).toEqual([
      ...['H001 call', 'H002 call', 'H002 recall', 'S001 call', 'H002 call'],
    ]);
    expect(visits?.size).toBe(0);
    expect(await figures(day)).toMatchObject({ issued: 3, outcomes: { served: 3 } });
  });

  it('shows at the kiosk how many are ahead, and which counters to go to', async () => {
    await day.sit('hoa', 3);
    for (let n = 0; n < 4; n += 1) await day.takeNumber('true copy');
    const view = await day.kiosk.shows(({ services }) =>
      services.some(({ queueId, waiting }) => queueId === 'cert' && waiting === 4),
    );
    expect(view.services.find(({ queueId }) => queueId === 'cert')?.counters).toEqual([3]);
  });
});

async function figures({ site }: CentreDay): Promise<unknown> {
  const headers = { cookie: `motcua_session=${site.sessionOf('dung')}` };
  const hub = createHttpClient({ baseUrl: site.hubUrl, headers });
  const report = await hub.ask(reports.day, { params: { day: MONDAY } });
  return report.ok ? report.value.totals : report.refusal;
}
